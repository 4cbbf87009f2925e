import { fromDouble } from '@smet/money';
import type { DecimalString } from '@smet/money';
import { cornersLabel, cutoutLabel } from '../geometry/labels.js';
import { distance } from '../geometry/point.js';
import { heronArea, shoelaceArea } from '../geometry/polygon.js';
import type { BuiltRoom, Wall } from '../rooms/built-room.js';
import type { RuleSet } from '../rules/rule-set.js';
import type { ExplanationTerm } from './estimate-result.js';
import type { MeasuredBuild } from './measure-room.js';
import { countOnPlan, hasBilledProfile } from './take-off.js';

export function term(name: string, value: DecimalString, unit: string): ExplanationTerm {
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

/** Of those the ones that take the profile that is billed. */
export function profileTerms(build: MeasuredBuild): ExplanationTerm[] {
  return edgeTerms(
    build,
    build.room.walls.filter((_, side) => hasBilledProfile(build.plan, side)),
  );
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

/** Corners of the walls, of the cut-outs, and those everybody has and nobody pays for. */
export function cornerTerms({ room, measures }: MeasuredBuild, ruleSet: RuleSet): ExplanationTerm[] {
  const ofCutouts = room.cutouts.reduce((sum, { corners }) => sum + corners, 0);
  return [
    pieces('inner_corners', measures.innerCorners),
    pieces('outer_corners', measures.outerCorners - ofCutouts),
    ...(ofCutouts > 0 ? [pieces('cutout_corners', ofCutouts)] : []),
    pieces('free_corners', -ruleSet.corners.free),
  ];
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

function edgeTerms({ room, levels }: MeasuredBuild, walls: readonly Wall[]): ExplanationTerm[] {
  return [
    ...walls.map(wallTerm).filter(({ value }) => value !== '0'),
    ...room.cutouts.map(({ perimeterM }, index) => metres(cutoutLabel(index), perimeterM)),
    ...levels.flatMap(({ name, inset }) => someMetres(levelName(name), inset.freeM)),
  ];
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
