import { fromDouble } from '@smet/money';
import type { DecimalString } from '@smet/money';
import { cornersLabel, cutoutLabel } from '../geometry/labels.js';
import { distance } from '../geometry/point.js';
import { heronArea, shoelaceArea } from '../geometry/polygon.js';
import type { BuiltRoom, Wall } from '../rooms/built-room.js';
import type { ProfileKind, WallMaterial } from '../plan/room-plan.js';
import { profileOf } from '../plan/side-profile.js';
import type { ExplanationTerm } from './estimate-result.js';
import type { MeasuredBuild } from './measure-room.js';
import { countOnPlan, hasBilledProfile } from './take-off.js';

function term(name: string, value: DecimalString, unit: string): ExplanationTerm {
  return { name, value, unit };
}

/**
 * The measured triangles, or the whole polygon where there are none; arcs add or take away their segments, cut-outs and
 * levels take away what they cover.
 */
export function areaTerms({ room, levels }: MeasuredBuild): ExplanationTerm[] {
  const { vertices, triangles, walls, cutouts } = room;
  const flat =
    triangles.length > 0
      ? triangles.map((triangle) => area(cornersLabel(triangle), triangleArea(vertices, triangle)))
      : [area(cornersLabel([...vertices.keys()]), shoelaceArea(vertices))];
  const segments = walls.flatMap(({ arc, label }) =>
    arc ? [area(`⌒${label}`, arc.bulges === 'outward' ? arc.segmentM2 : -arc.segmentM2)] : [],
  );
  return [
    ...flat,
    ...segments,
    ...cutouts.map(({ areaM2 }, index) => area(cutoutLabel(index), -areaM2)),
    ...levels.map(({ name, inset }) => area(levelName(name), -inset.areaM2)),
  ];
}

/** Walls as far as no level runs along them, edges of cut-outs, and the lines where a level begins. */
export function perimeterTerms(build: MeasuredBuild): ExplanationTerm[] {
  return edgeTerms(build, build.room.walls);
}

/** Of those the ones on any profile but that of a niche. */
export function profiledTerms(build: MeasuredBuild): ExplanationTerm[] {
  return edgeTerms(
    build,
    build.room.walls.filter((_, side) => hasBilledProfile(build.plan, side)),
  );
}

/** Edges on one profile; cut-outs and levels are on the ordinary one. */
export function profileTerms(build: MeasuredBuild, kind: ProfileKind): ExplanationTerm[] {
  const walls = build.room.walls.filter((_, side) => profileOf(build.plan, side) === kind);
  return kind === 'ordinary' ? edgeTerms(build, walls) : wallTerms(walls);
}

/** Walls of one material. */
export function materialTerms({ room, plan }: MeasuredBuild, material: WallMaterial): ExplanationTerm[] {
  const sides = new Set(plan.sides?.filter(({ wall }) => wall === material).map(({ side }) => side));
  return wallTerms(room.walls.filter((_, side) => sides.has(side)));
}

/** Edges of columns and openings. */
export function cutoutTerms({ room }: MeasuredBuild): ExplanationTerm[] {
  return room.cutouts.map(({ perimeterM }, index) => metres(cutoutLabel(index), perimeterM));
}

/** Lines where levels begin. */
export function levelTerms({ levels }: MeasuredBuild): ExplanationTerm[] {
  return levels.flatMap(({ name, inset }) => someMetres(levelName(name), inset.freeM));
}

/** Arcs, curves of short walls, and what is round of cut-outs and of the lines where a level begins. */
export function arcTerms({ room: { walls, curves, cutouts }, levels }: MeasuredBuild): ExplanationTerm[] {
  return [
    ...walls.filter(({ arc }) => arc).map(wallTerm),
    ...curves.map((curve) => {
      const ends = [walls[curve.walls[0]!]!.from, walls[curve.walls.at(-1)!]!.to];
      return metres(`⌒${cornersLabel(ends)}`, curve.lengthM);
    }),
    ...cutouts.flatMap(({ curvedM }, index) => someMetres(cutoutLabel(index), curvedM)),
    ...levels.flatMap(({ name, inset }) => someMetres(levelName(name), inset.freeCurvedM)),
  ];
}

export function seamTerms({ canvas }: MeasuredBuild): ExplanationTerm[] {
  return [...canvas.seamsM.map((seamM) => metres('seam', seamM)), term('shrink', fromDouble(canvas.shrinkAlong), '')];
}

/** Corners of the walls and of the cut-outs. */
export function cornerTerms({ room, measures }: MeasuredBuild): ExplanationTerm[] {
  const ofCutouts = room.cutouts.reduce((sum, { corners }) => sum + corners, 0);
  return [
    pieces('inner_corners', measures.innerCorners),
    pieces('outer_corners', measures.outerCorners - ofCutouts),
    ...(ofCutouts > 0 ? [pieces('cutout_corners', ofCutouts)] : []),
  ];
}

/** Of those the ones beyond what everybody has and nobody pays for. */
export function extraCornerTerms(build: MeasuredBuild): ExplanationTerm[] {
  return [...cornerTerms(build), pieces('free_corners', -build.freeCorners)];
}

export function spotlightTerms({ plan, input }: MeasuredBuild): ExplanationTerm[] {
  return lampTerms('spotlights', input.spotlights, countOnPlan(plan, 'spotlight'));
}

export function chandelierTerms({ plan, input }: MeasuredBuild): ExplanationTerm[] {
  return lampTerms('chandeliers', input.chandeliers, countOnPlan(plan, 'chandelier'));
}

function lampTerms(name: 'spotlights' | 'chandeliers', withoutPlace: number, onPlan: number): ExplanationTerm[] {
  if (onPlan === 0) {
    return [pieces(name, withoutPlace)];
  }
  const placed = pieces(`${name}_on_plan`, onPlan);
  return withoutPlace === 0 ? [placed] : [placed, pieces(name, withoutPlace)];
}

function edgeTerms(build: MeasuredBuild, walls: readonly Wall[]): ExplanationTerm[] {
  return [...wallTerms(walls), ...cutoutTerms(build), ...levelTerms(build)];
}

/** Without walls that a level covers. */
function wallTerms(walls: readonly Wall[]): ExplanationTerm[] {
  return walls.map(wallTerm).filter(({ value }) => value !== '0');
}

function wallTerm({ label, lengthM, arc }: Wall): ExplanationTerm {
  return metres(arc ? `⌒${label}` : label, lengthM);
}

function triangleArea(vertices: BuiltRoom['vertices'], [a, b, c]: [number, number, number]): number {
  const [p, q, r] = [vertices[a]!, vertices[b]!, vertices[c]!];
  return heronArea(distance(p, q), distance(q, r), distance(p, r));
}

/** In quotes, so that a room somebody named "seam" is not taken for the word. */
function levelName(name: string): string {
  return `«${name}»`;
}

function area(name: string, areaM2: number): ExplanationTerm {
  return term(name, fromDouble(areaM2), 'm2');
}

/** No term where there is nothing. */
function someMetres(name: string, lengthM: number): ExplanationTerm[] {
  return [metres(name, lengthM)].filter(({ value }) => value !== '0');
}

function metres(name: string, lengthM: number): ExplanationTerm {
  return term(name, fromDouble(lengthM), 'm');
}

function pieces(name: string, count: number): ExplanationTerm {
  return term(name, String(count), 'pcs');
}
