import { turnsOf } from '../geometry/corners.js';
import { gapsBetween } from '../geometry/intervals.js';
import { distance } from '../geometry/point.js';
import type { Point } from '../geometry/point.js';
import type { BuiltCutout, BuiltRoom } from './built-room.js';
import { alongWalls, staysWithin } from './insets.js';
import type { PlacedInset } from './insets.js';
import { restContours } from './rest-contours.js';
import { edgesOf, edgesOfLine, TOUCH_M } from './shared-stretches.js';
import type { Edge } from './shared-stretches.js';
import { withoutInsets } from './without-insets.js';

type Measured = Omit<BuiltRoom, 'lettered'>;

/** Where a line along a wall and the wall lie off each other, their ends are two points and one corner. */
const SAME_PLACE_M = 1.1 * TOUCH_M;

/**
 * The edges of a cut-out that are edges of the canvas, metres, when it stands at a wall: within 5 mm of one, and beyond
 * none by more. Null when it stands elsewhere.
 */
export function freeEdgesAtWall(contour: readonly Point[], walls: readonly Edge[]): number[] | null {
  const line = walls.map(({ from }) => from);
  const edges = edgesOfLine(contour);
  const { edges: placed, onBase } = alongWalls(edges, walls, isStraight);
  if (onBase.size === 0 || !edges.every((edge) => staysWithin(edge, line))) {
    return null;
  }
  return placed.flatMap(({ taken, lengthM }) => gapsBetween(taken, lengthM, TOUCH_M).map(([from, to]) => to - from));
}

/** How cut-outs at walls lie along them, as levels do: their area and free edges are those of the cut-out already. */
export function cutoutsAlongWalls(room: Pick<BuiltRoom, 'walls' | 'contour' | 'cutouts'>): PlacedInset[] {
  const standing = room.cutouts.filter(isAtWall);
  const walls = standing.length > 0 ? edgesOf(room, (points) => points) : [];
  return standing.map(({ contour }) => {
    const along = alongWalls(edgesOfLine(contour), walls, isStraight);
    return { ...along, contour, box: along.edges[0]!.box, areaM2: 0, freeM: 0, freeCurvedM: 0 };
  });
}

export function isAtWall({ freeEdgesM }: BuiltCutout): boolean {
  return freeEdgesM !== undefined;
}

/**
 * A room without the walls behind the cut-outs that stand at them, and with the corners they make: where a free side
 * meets the wall, and the free corners. Null when they leave no single room.
 * @param straightBelowDeg a turn smaller than this is no corner
 */
export function behindCutouts(room: Measured, straightBelowDeg: number): Measured | null {
  const standing = cutoutsAlongWalls(room);
  if (standing.length === 0) {
    return room;
  }
  const rest = restContours(room.contour, standing);
  if (rest?.pieces.length !== 1) {
    return null;
  }
  const touched = touchedCorners(room, standing);
  const turned = cornersIn(rest.pieces[0]!, room, { touched, straightBelowDeg });
  const lost = (kind: 'inner' | 'outer') => [...touched].filter((corner) => room.corners[corner] === kind).length;
  const cutouts = room.cutouts.map((cutout) =>
    isAtWall(cutout)
      ? { ...cutout, corners: cutout.contour.filter((point) => turned.outer.includes(point)).length }
      : cutout,
  );
  const { walls, curves, perimeterM, arcLengthM } = withoutInsets({ ...room, lettered: 'clockwise' }, standing);
  return {
    ...room,
    walls,
    curves,
    perimeterM,
    arcLengthM,
    cutouts,
    corners: room.corners.map((kind, corner) => (touched.has(corner) ? 'none' : kind)),
    innerCorners: room.innerCorners - lost('inner') + turned.inner.length,
    outerCorners: room.outerCorners - lost('outer') + turned.outer.length,
  };
}

/** Corners a cut-out covers a wall of: whether there still is one is seen from the line that is left. */
function touchedCorners({ walls }: Measured, standing: readonly PlacedInset[]): Set<number> {
  const starts = standing.flatMap(({ coveredStarts }) => coveredStarts);
  const ends = standing.flatMap(({ coveredEnds }) => coveredEnds.map((side) => (side + 1) % walls.length));
  return new Set([...starts, ...ends]);
}

/** Points of the line that is left which the room had not, or not so, by the way the line turns there. */
function cornersIn(
  line: readonly Point[],
  { contour, vertices }: Measured,
  { touched, straightBelowDeg }: { touched: ReadonlySet<number>; straightBelowDeg: number },
): { inner: Point[]; outer: Point[] } {
  const gone = [...touched].map((corner) => vertices[corner]!);
  const kept = new Set(contour.filter((point) => !gone.some((other) => distance(point, other) === 0)));
  const isNew = (point: Point) => !kept.has(point);
  const points = line.filter((point, index) => {
    const before = line[(index + line.length - 1) % line.length]!;
    return !(isNew(point) && distance(point, before) <= SAME_PLACE_M);
  });
  const straight = (straightBelowDeg * Math.PI) / 180;
  const turns = turnsOf(points);
  const where = (turnsSo: (turn: number) => boolean) =>
    points.filter((point, index) => isNew(point) && turnsSo(turns[index]!));
  return { inner: where((turn) => turn >= straight), outer: where((turn) => turn <= -straight) };
}

function isStraight(): boolean {
  return false;
}
