import { classifyCorners } from '../geometry/corners.js';
import { cornersLabel } from '../geometry/labels.js';
import { minWidth } from '../geometry/min-width.js';
import type { Point } from '../geometry/point.js';
import { shoelaceArea } from '../geometry/polygon.js';
import { ruleSetR1 } from '../rules/r1.js';
import { checkRoomDraft } from '../shape/check-shape.js';
import type { RoomDraft, RoomShape } from '../shape/room-shape.js';
import { shapeProblem } from '../shape/shape-problem.js';
import type { ShapeProblem } from '../shape/shape-problem.js';
import type { BuildRoomResult, BuiltCutout, BuiltRoom, Wall } from './built-room.js';
import { findCurves, withCurves } from './curves.js';
import type { CornerRules } from './curves.js';
import { buildCutouts } from './cutouts.js';
import { failed } from './outline.js';
import type { Outline, OutlineResult } from './outline.js';
import { outlineRectangle } from './rectangle.js';
import { outlineRightAngled } from './right-angled.js';
import { outlineTriangulated } from './triangulated.js';
import { behindCutouts, isAtWall } from './wall-cutouts.js';
import { buildWalls, checkArcs, checkArcsCrossing, checkCrossing, flattenWalls } from './walls.js';

/** Problems after which fields cannot be trusted to be there, so that nothing can be drawn. */
const STRUCTURAL: ReadonlySet<string> = new Set([
  'SHAPE_INVALID',
  'DIAGONAL_INVALID',
  'ANGLE_INVALID',
  'REFLEX_CORNERS_INVALID',
  'TOO_FEW_SIDES',
  'TOO_MANY_SIDES',
  'TOO_MANY_DIAGONALS',
  'TOO_MANY_ARCS',
]);

/**
 * Builds a room from its readings, finished or still being typed. Never throws: what is wrong or missing is named at
 * its field, and the vertices known so far come with it. Orientation, starting corner and the choice of diagonals
 * change no measure.
 * @param rules the rule set's idea of corners and curves; R1 by default.
 */
export function buildRoom(draft: RoomDraft, rules: CornerRules = ruleSetR1): BuildRoomResult {
  const problems = checkRoomDraft(draft);
  if (problems.some(({ code }) => STRUCTURAL.has(code))) {
    return failed(problems);
  }
  const result = outline(draft, problems);
  // The field checks have passed once there is an outline: no length is null any more.
  return result.ok ? furnish(draft as RoomShape, result.outline, rules) : result;
}

function outline(draft: RoomDraft, problems: ShapeProblem[]): OutlineResult {
  if (draft.kind === 'rectangle') {
    return outlineRectangle(draft, problems);
  }
  return draft.kind === 'right-angled' ? outlineRightAngled(draft, problems) : outlineTriangulated(draft, problems);
}

/** Arcs and cut-outs on an outline, and the measures of all of it. */
function furnish(shape: RoomShape, source: Outline, rules: CornerRules): BuildRoomResult {
  const { vertices, sidesM } = source;
  const arcs = shape.arcs ?? [];
  const refuse = (problems: ShapeProblem[]) => failed(problems, new Map(vertices.entries()));
  const early = firstOf(
    () => checkCrossing(vertices),
    () => checkArcs(arcs, typedSides(shape)),
  );
  if (early.length > 0) {
    return refuse(early);
  }
  const walls = buildWalls(sidesM, arcs);
  const contour = flattenWalls(vertices, walls);
  const crossing = checkArcsCrossing(arcs, walls, contour);
  if (crossing.length > 0) {
    return refuse(crossing);
  }
  const built = buildCutouts(shape.cutouts ?? [], { walls, contour }, rules.corners.straightBelowDeg);
  if (!built.ok) {
    return refuse(built.problems);
  }
  const lettered = shape.lettered ?? 'counter-clockwise';
  const room = behindCutouts(
    measure(source, { walls, contour, cutouts: built.cutouts }, rules),
    rules.corners.straightBelowDeg,
  );
  if (!room) {
    const index = built.cutouts.findLastIndex(isAtWall);
    return refuse([shapeProblem('CUTOUT_DIVIDES_ROOM', `cutouts.${index}`, { number: index + 1 })]);
  }
  const extraCorners = Math.max(0, room.innerCorners + room.outerCorners - rules.corners.free);
  return { ok: true, room: { ...room, extraCorners, lettered } };
}

/** The problems of the first check that finds any. */
function firstOf(...checks: (() => ShapeProblem[])[]): ShapeProblem[] {
  for (const check of checks) {
    const problems = check();
    if (problems.length > 0) {
      return problems;
    }
  }
  return [];
}

function typedSides({ kind, sidesMm }: RoomShape): number[] {
  return kind === 'rectangle' ? [...sidesMm, ...sidesMm] : sidesMm;
}

interface Parts {
  walls: Wall[];
  contour: Point[];
  cutouts: BuiltCutout[];
}

function measure(source: Outline, { walls, contour, cutouts }: Parts, rules: CornerRules): Omit<BuiltRoom, 'lettered'> {
  const { vertices, triangles, gapMm } = source;
  const arcs = walls.flatMap(({ arc }) => (arc ? [arc] : []));
  const segmentsM2 = sum(arcs, (arc) => (arc.bulges === 'outward' ? arc.segmentM2 : -arc.segmentM2));
  const found = findCurves(vertices, walls, rules);
  const corners = withCurves(classifyCorners(vertices, walls, rules.corners.straightBelowDeg), found);
  const innerCorners = corners.filter((kind) => kind === 'inner').length;
  const outerCorners = corners.filter((kind) => kind === 'outer').length + sum(cutouts, (cutout) => cutout.corners);
  return {
    vertices,
    walls,
    corners,
    diagonals: source.diagonals.map((diagonal) => ({ ...diagonal, label: cornersLabel([diagonal.from, diagonal.to]) })),
    triangles,
    contour,
    cutouts,
    curves: found.curves,
    check: source.check,
    gapMm,
    areaM2: shoelaceArea(vertices) + segmentsM2 - sum(cutouts, ({ areaM2 }) => areaM2),
    perimeterM: sum(walls, ({ lengthM }) => lengthM) + sum(cutouts, ({ perimeterM }) => perimeterM),
    arcLengthM:
      sum(arcs, ({ lengthM }) => lengthM) +
      sum(found.curves, ({ lengthM }) => lengthM) +
      sum(cutouts, ({ curvedM }) => curvedM),
    minWidthM: minWidth(contour).widthM,
    innerCorners,
    outerCorners,
    extraCorners: Math.max(0, innerCorners + outerCorners - rules.corners.free),
  };
}

function sum<T>(things: readonly T[], of: (thing: T) => number): number {
  return things.reduce((total, thing) => total + of(thing), 0);
}
