import { classifyCorners } from '../geometry/corners.js';
import { flattenArc, measureArc, ARC_CHORDS } from '../geometry/arcs.js';
import { cornersLabel, wallLabel } from '../geometry/labels.js';
import { minWidth } from '../geometry/min-width.js';
import { findCrossing, shoelaceArea } from '../geometry/polygon.js';
import type { Point } from '../geometry/point.js';
import { ruleSetR1 } from '../rules/r1.js';
import type { RuleSet } from '../rules/rule-set.js';
import { checkRoomDraft } from '../shape/check-shape.js';
import type { Arc, RoomDraft } from '../shape/room-shape.js';
import { shapeProblem } from '../shape/shape-problem.js';
import type { ShapeProblem } from '../shape/shape-problem.js';
import type { BuildRoomResult, BuiltRoom, Wall, WallArc } from './built-room.js';
import { failed } from './outline.js';
import type { Outline, OutlineResult } from './outline.js';
import { outlineRectangle } from './rectangle.js';
import { outlineRightAngled } from './right-angled.js';
import { outlineTriangulated } from './triangulated.js';

/** Problems after which fields cannot be trusted to be there, so that nothing can be drawn. */
const STRUCTURAL: ReadonlySet<string> = new Set([
  'SHAPE_INVALID',
  'DIAGONAL_INVALID',
  'REFLEX_CORNERS_INVALID',
  'TOO_FEW_SIDES',
  'TOO_MANY_SIDES',
  'TOO_MANY_ARCS',
]);

/**
 * Builds a room from its readings, finished or still being typed. Never throws: what is wrong or missing is named at
 * its field, and the vertices known so far come with it. Orientation, starting corner and the choice of diagonals
 * change no measure.
 * @param corners the rule set's idea of a corner; R1 by default.
 */
export function buildRoom(draft: RoomDraft, corners: RuleSet['corners'] = ruleSetR1.corners): BuildRoomResult {
  const problems = checkRoomDraft(draft);
  if (problems.some(({ code }) => STRUCTURAL.has(code))) {
    return failed(problems);
  }
  const result = outline(draft, problems);
  if (!result.ok) {
    return result;
  }
  // The field checks have passed: no length is null any more.
  const arcs = (draft.arcs ?? []) as Arc[];
  const walls = buildWalls(result.outline, arcs);
  const contour = flattenWalls(result.outline.vertices, walls);
  const crossing = checkCrossing(result.outline.vertices, walls);
  const found = crossing.length > 0 ? crossing : checkArcs(arcs, walls, contour);
  if (found.length > 0) {
    return failed(found, new Map(result.outline.vertices.entries()));
  }
  return {
    ok: true,
    room: { ...measure(result.outline, walls, contour, corners), lettered: draft.lettered ?? 'counter-clockwise' },
  };
}

function outline(draft: RoomDraft, problems: ShapeProblem[]): OutlineResult {
  if (draft.kind === 'rectangle') {
    return outlineRectangle(draft, problems);
  }
  return draft.kind === 'right-angled' ? outlineRightAngled(draft, problems) : outlineTriangulated(draft, problems);
}

function buildWalls({ sidesM }: Outline, arcs: readonly Arc[]): Wall[] {
  return sidesM.map((chordM, index) => {
    const arc = arcs.find(({ side }) => side === index);
    const base = { from: index, to: (index + 1) % sidesM.length, label: wallLabel(index, sidesM.length), chordM };
    if (!arc) {
      return { ...base, lengthM: chordM };
    }
    const sagittaM = sagittaOf(arc, chordM);
    const wallArc: WallArc = { bulges: arc.bulges, sagittaM, ...measureArc(chordM, sagittaM) };
    return { ...base, lengthM: wallArc.lengthM, arc: wallArc };
  });
}

/** In metres; a radius shorter than half the chord makes no arc (NaN). */
function sagittaOf(arc: Arc, chordM: number): number {
  if ('sagittaMm' in arc) {
    return arc.sagittaMm / 1000;
  }
  const radiusM = arc.radiusMm / 1000;
  return radiusM - Math.sqrt(radiusM * radiusM - (chordM * chordM) / 4);
}

function flattenWalls(vertices: readonly Point[], walls: readonly Wall[]): Point[] {
  return walls.flatMap(({ from, to, arc }) => {
    const start = vertices[from]!;
    return arc ? [start, ...flattenArc(start, vertices[to]!, arc)] : [start];
  });
}

/** Walls may not cross or touch; what does is named at the later wall. */
function checkCrossing(vertices: readonly Point[], walls: readonly Wall[]): ShapeProblem[] {
  const crossing = findCrossing(vertices);
  if (crossing) {
    const pair = crossing.map((index) => walls[index]!.label).join(',');
    return [shapeProblem('WALLS_CROSS', `sidesMm.${crossing[1]}`, { walls: pair })];
  }
  return [];
}

function checkArcs(arcs: readonly Arc[], walls: readonly Wall[], contour: readonly Point[]): ShapeProblem[] {
  const tooDeep = arcs.findIndex((arc) => !(sagittaOf(arc, walls[arc.side]!.chordM) <= walls[arc.side]!.chordM));
  if (tooDeep >= 0) {
    const maxMm = walls[arcs[tooDeep]!.side]!.chordM * 1000;
    return [shapeProblem('ARC_INVALID', `arcs.${tooDeep}.sagittaMm`, { maxMm })];
  }
  const crossing = arcs.length > 0 ? findCrossing(contour) : null;
  if (!crossing) {
    return [];
  }
  const sides = walls.flatMap(({ arc }, index) => Array<number>(arc ? ARC_CHORDS : 1).fill(index));
  const crossed = crossing.map((segment) => sides[segment]!);
  const arc = arcs.findIndex(({ side }) => crossed.includes(side));
  const pair = crossed.map((side) => walls[side]!.label).join(',');
  return [shapeProblem('ARC_INVALID', `arcs.${arc}.sagittaMm`, { walls: pair })];
}

function measure(source: Outline, walls: Wall[], contour: Point[], cornerRule: RuleSet['corners']): BuiltRoom {
  const { vertices, triangles, gapMm } = source;
  const arcs = walls.flatMap(({ arc }) => (arc ? [arc] : []));
  const segments = arcs.reduce((sum, arc) => sum + (arc.bulges === 'outward' ? arc.segmentM2 : -arc.segmentM2), 0);
  const corners = classifyCorners(vertices, walls, cornerRule.straightBelowDeg);
  const innerCorners = corners.filter((kind) => kind === 'inner').length;
  const outerCorners = corners.filter((kind) => kind === 'outer').length;
  return {
    vertices,
    walls,
    corners,
    diagonals: source.diagonals.map((diagonal) => ({ ...diagonal, label: cornersLabel([diagonal.from, diagonal.to]) })),
    triangles,
    contour,
    lettered: 'counter-clockwise',
    cutouts: [],
    curves: [],
    check: null,
    gapMm,
    areaM2: shoelaceArea(vertices) + segments,
    perimeterM: walls.reduce((sum, { lengthM }) => sum + lengthM, 0),
    arcLengthM: arcs.reduce((sum, { lengthM }) => sum + lengthM, 0),
    minWidthM: minWidth(contour).widthM,
    innerCorners,
    outerCorners,
    extraCorners: Math.max(0, innerCorners + outerCorners - cornerRule.free),
  };
}
