import { isInside } from '../geometry/inside.js';
import { distance } from '../geometry/point.js';
import type { Point } from '../geometry/point.js';
import { distanceToLine } from '../geometry/segment.js';
import type { LineObject, LineObjectKind, PlanObject, ProfileKind, WallMaterial } from '../plan/room-plan.js';
import { profileOf } from '../plan/side-profile.js';
import type { FormulaValue } from '../formula/index.js';
import type { MeasureName, SingleMeasureName } from '../rules/measures.js';
import type { StickProfile } from '../rules/rule-set.js';
import { sticksOfRoom } from '../sticks/cutting-list.js';
import type { ExplanationTerm } from './estimate-result.js';
import {
  arcTerms,
  areaTerms,
  chandelierTerms,
  cornerTerms,
  cutoutTerms,
  extraCornerTerms,
  levelTerms,
  materialTerms,
  perimeterTerms,
  profiledTerms,
  profileTerms,
  seamTerms,
  spotlightTerms,
} from './explain-terms.js';
import type { MeasuredBuild } from './measure-room.js';

/** A line this far from a wall ends within the canvas. */
const AT_WALL_M = 0.05;

/** What a measure is for a room, in metres, square metres or pieces that nobody has rounded, and what was added up. */
export interface MeasureReader {
  value(build: MeasuredBuild): FormulaValue;
  /** What adds up to it; absent where there is nothing to add up. */
  terms?(build: MeasuredBuild): ExplanationTerm[];
  /** Things on the plan it counts or measures. */
  objects?: PlanObject['kind'];
}

/** The reader of a measure. */
export function measureReader(name: MeasureName): MeasureReader {
  const [family, member] = name.split('.');
  switch (member === undefined ? null : family) {
    case 'profile':
      return profileReader(member as ProfileKind);
    case 'corners':
      return { value: (build) => cornersOn(build, member as StickProfile) };
    case 'sticks':
      return { value: (build) => sticksOf(build, member as StickProfile) };
    case 'wall':
      return wallReader(member as WallMaterial);
    default:
      return SINGLE[name as SingleMeasureName];
  }
}

const SINGLE: Readonly<Record<SingleMeasureName, MeasureReader>> = {
  area: { value: ({ room }) => room.areaM2, terms: areaTerms },
  billed_area: { value: ({ measures }) => Number(measures.billedArea) },
  perimeter: { value: ({ room }) => room.perimeterM, terms: perimeterTerms },
  billed_perimeter: { value: ({ measures }) => Number(measures.billedPerimeter) },
  profile_length: { value: ({ profileLengthM }) => profileLengthM, terms: profiledTerms },
  min_width: { value: ({ room }) => room.minWidthM },
  inner_corners: { value: ({ room }) => room.innerCorners },
  outer_corners: { value: ({ room }) => room.outerCorners },
  corners: { value: ({ room }) => room.innerCorners + room.outerCorners, terms: cornerTerms },
  extra_corners: { value: ({ measures }) => measures.extraCorners, terms: extraCornerTerms },
  arc_length: { value: ({ room }) => room.arcLengthM, terms: arcTerms },
  billed_arc_length: { value: ({ measures }) => Number(measures.billedArcLength) },
  // Seams run along the strips, and shrink with them.
  seam_length: { value: ({ canvas }) => canvas.seamLengthM * canvas.shrinkAlong, terms: seamTerms },
  billed_seam_length: { value: ({ measures }) => Number(measures.billedSeamLength) },
  seams: { value: ({ canvas }) => canvas.seamsM.length },
  strips: { value: ({ canvas }) => canvas.strips },
  film_area: { value: ({ canvas }) => canvas.filmM2 },
  cut_area: { value: ({ canvas }) => canvas.cutPieceM2 },
  offcut_area: { value: ({ canvas }) => canvas.offcutM2 },
  harpoon_length: { value: ({ canvas }) => canvas.harpoonM },
  spotlights: {
    value: ({ measures }) => measures.takeOff.spotlights,
    terms: spotlightTerms,
    objects: 'spotlight',
  },
  chandeliers: {
    value: ({ measures }) => measures.takeOff.chandeliers,
    terms: chandelierTerms,
    objects: 'chandelier',
  },
  pipes: { value: ({ measures }) => measures.takeOff.pipes, objects: 'pipe' },
  vents: { value: ({ measures }) => measures.takeOff.vents, objects: 'vent' },
  sensors: { value: ({ measures }) => measures.takeOff.sensors, objects: 'sensor' },
  hatches: { value: ({ measures }) => measures.takeOff.hatches, objects: 'hatch' },
  columns: { value: ({ measures }) => measures.takeOff.columns },
  cutout_length: { value: ({ measures }) => measures.takeOff.cutoutM, terms: cutoutTerms },
  light_line_length: { value: ({ measures }) => measures.takeOff.lightLineM, objects: 'light-line' },
  light_lines: { value: (build) => linesOf(build, 'light-line').length, objects: 'light-line' },
  light_line_corners: { value: (build) => bends(linesOf(build, 'light-line')), objects: 'light-line' },
  light_line_ends: { value: (build) => freeEnds(build, linesOf(build, 'light-line')), objects: 'light-line' },
  track_length: { value: ({ measures }) => measures.takeOff.trackM, objects: 'track' },
  tracks: { value: (build) => linesOf(build, 'track').length, objects: 'track' },
  curtain_niche_length: { value: ({ measures }) => measures.takeOff.curtainNicheM, objects: 'curtain-niche' },
  curtain_niches: { value: (build) => linesOf(build, 'curtain-niche').length, objects: 'curtain-niche' },
  level_length: { value: ({ levels }) => levels.reduce((sum, { inset }) => sum + inset.freeM, 0), terms: levelTerms },
  height: { value: ({ plan }) => (plan.heightMm ?? 0) / 1000 },
  film: { value: ({ canvas }) => canvas.film.key },
  material: { value: ({ canvas }) => canvas.film.material },
  roll: { value: ({ canvas }) => Number(canvas.rollM) },
};

function profileReader(kind: ProfileKind): MeasureReader {
  const terms = (build: MeasuredBuild) => profileTerms(build, kind);
  if (kind !== 'ordinary') {
    return { value: ({ measures }) => measures.takeOff.profileM[kind] ?? 0, terms };
  }
  // Of the perimeter, not of the walls: cut-outs and levels are on the ordinary profile.
  const value = ({ room, plan }: MeasuredBuild) =>
    room.walls
      .filter((_, side) => profileOf(plan, side) !== 'ordinary')
      .reduce((rest, { lengthM }) => rest - lengthM, room.perimeterM);
  return { value, terms };
}

function wallReader(material: WallMaterial): MeasureReader {
  return {
    value: ({ measures }) => measures.takeOff.wallM[material] ?? 0,
    terms: (build) => materialTerms(build, material),
  };
}

function cornersOn({ room, plan }: MeasuredBuild, profile: StickProfile): number {
  const { corners, walls } = room;
  const isOn = (side: number) => profileOf(plan, (side + walls.length) % walls.length) === profile;
  return corners.filter((kind, corner) => kind !== 'none' && isOn(corner) && isOn(corner - 1)).length;
}

function sticksOf({ room, plan, levels, sticks }: MeasuredBuild, profile: StickProfile): number {
  return sticksOfRoom({ rest: room, plan, levels }, profile, sticks[profile]);
}

function linesOf({ plan }: MeasuredBuild, kind: LineObjectKind): LineObject[] {
  return (plan.objects ?? []).filter((object): object is LineObject => object.kind === kind);
}

function bends(lines: readonly LineObject[]): number {
  return lines.reduce((sum, { pointsMm }) => sum + pointsMm.length - 2, 0);
}

/** A closed line has no ends; one that goes on beyond the walls has none within the canvas. */
function freeEnds({ room }: MeasuredBuild, lines: readonly LineObject[]): number {
  const ends = lines.flatMap(({ pointsMm }) => {
    const [first, last] = [pointsMm[0]!, pointsMm.at(-1)!];
    return distance(first, last) === 0 ? [] : [first, last];
  });
  const isFree = (end: Point) => isInside(end, room.contour) && distanceToLine(end, room.contour) > AT_WALL_M;
  return ends.filter(({ x, y }) => isFree({ x: x / 1000, y: y / 1000 })).length;
}
