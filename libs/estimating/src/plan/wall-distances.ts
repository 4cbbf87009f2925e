import { flattenArc } from '../geometry/arcs.js';
import { isInside } from '../geometry/inside.js';
import { distanceToLine } from '../geometry/segment.js';
import type { BuiltRoom } from '../rooms/built-room.js';
import type { PointMm } from '../shape/room-shape.js';

/** How far a place is from a wall, square to it; millimetres in the frame of the room. */
export interface WallDistance {
  /** Index of the wall. */
  wall: number;
  mm: number;
  /** Where the measuring line meets the wall. */
  to: PointMm;
}

/** Distances that run almost the same way say the same thing twice. */
const SAME_WAY = Math.cos(Math.PI / 6);
/** Two walls that are nearly parallel do not fix a place. */
const PARALLEL = Math.sin(Math.PI / 18);
const NEAR_MM = 1e-6;
/** Places are kept to a tenth of a millimetre, so that one on a slanting wall may lie beside it. */
const ON_LINE_MM = 0.1;

const toMm = ({ x, y }: { x: number; y: number }): PointMm => ({ x: x * 1000, y: y * 1000 });

/** The line of a wall in millimetres: two corners, or the chords of its arc. */
export function wallLineMm(room: BuiltRoom, wall: number): PointMm[] {
  const { from, to, arc } = room.walls[wall]!;
  const [start, end] = [room.vertices[from]!, room.vertices[to]!];
  return [start, ...(arc ? flattenArc(start, end, arc) : []), end].map(toMm);
}

/**
 * The distances from a place to the walls around it, nearest first, at most `most` of them and each in a direction of
 * its own. A wall is measured only where a line square to it meets it inside the room.
 */
export function wallDistances(room: BuiltRoom, at: PointMm, most = 4): WallDistance[] {
  const lines = room.walls.map((_, wall) => wallLineMm(room, wall));
  const found = lines
    .flatMap((line, wall) => nearestOf(line, at, wall) ?? [])
    .filter(({ to, wall }) => !lines.some((line, other) => other !== wall && crossesLine([at, to], line)))
    .sort((a, b) => a.mm - b.mm);
  const taken: WallDistance[] = [];
  for (const distance of found) {
    if (taken.length < most && taken.every((other) => !isSameWay(at, distance, other))) taken.push(distance);
  }
  return taken;
}

function nearestOf(line: readonly PointMm[], at: PointMm, wall: number): WallDistance | null {
  let best: WallDistance | null = null;
  for (let i = 0; i + 1 < line.length; i += 1) {
    const to = footOn(at, line[i]!, line[i + 1]!);
    const mm = to ? Math.hypot(to.x - at.x, to.y - at.y) : Infinity;
    if (to && mm < (best?.mm ?? Infinity)) best = { wall, mm, to };
  }
  return best;
}

/** Where the square from a point meets a segment; null when it misses it. */
function footOn(at: PointMm, a: PointMm, b: PointMm): PointMm | null {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const square = dx * dx + dy * dy;
  const t = square === 0 ? -1 : ((at.x - a.x) * dx + (at.y - a.y) * dy) / square;
  return t < 0 || t > 1 ? null : { x: a.x + dx * t, y: a.y + dy * t };
}

function crossesLine([a, b]: readonly [PointMm, PointMm], line: readonly PointMm[]): boolean {
  return line.some((point, index) => {
    const next = line[index + 1];
    return next !== undefined && segmentsCross(a, b, [point, next]);
  });
}

/** True where two segments cross within both; touching at an end is no crossing. */
export function segmentsCross(a: PointMm, b: PointMm, [c, d]: readonly [PointMm, PointMm]): boolean {
  const side = (p: PointMm, q: PointMm, r: PointMm): number => {
    const length = Math.hypot(q.x - p.x, q.y - p.y) || 1;
    const value = ((q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x)) / length;
    return Math.abs(value) < NEAR_MM ? 0 : value;
  };
  return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
}

function isSameWay(at: PointMm, a: WallDistance, b: WallDistance): boolean {
  if (a.mm < NEAR_MM || b.mm < NEAR_MM) return false;
  const dot = (a.to.x - at.x) * (b.to.x - at.x) + (a.to.y - at.y) * (b.to.y - at.y);
  return dot / (a.mm * b.mm) > SAME_WAY;
}

/**
 * The place that is `mm` from a straight wall and as far as before from the nearest wall across it; where there is no
 * such wall, straight away from the first one. Distances are taken on the room's side of the wall.
 */
export function placeAtDistance(room: BuiltRoom, at: PointMm, wall: number, mm: number): PointMm {
  const first = straightWall(room, wall);
  const other = wallDistances(room, at)
    .map((distance) => straightWall(room, distance.wall))
    .find((candidate) => Math.abs(cross(first.along, candidate.along)) > PARALLEL);
  const move = mm - depth(first, at);
  // Along the second wall its distance stays; square to the first one where nothing holds the place.
  const way = other ? other.along : first.inward;
  const gain = way.x * first.inward.x + way.y * first.inward.y;
  return { x: at.x + (way.x * move) / gain, y: at.y + (way.y * move) / gain };
}

interface StraightWall {
  from: PointMm;
  along: PointMm;
  inward: PointMm;
}

function straightWall(room: BuiltRoom, wall: number): StraightWall {
  const line = wallLineMm(room, wall);
  const [from, to] = [line[0]!, line.at(-1)!];
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  const along = { x: (to.x - from.x) / length, y: (to.y - from.y) / length };
  return { from, along, inward: { x: -along.y, y: along.x } };
}

const cross = (a: PointMm, b: PointMm): number => a.x * b.y - a.y * b.x;
const depth = ({ from, inward }: StraightWall, at: PointMm): number =>
  (at.x - from.x) * inward.x + (at.y - from.y) * inward.y;

/** True inside a closed line or on it, whichever way round it runs. */
export function isInsideMm(contour: readonly PointMm[], place: PointMm): boolean {
  return isInside(place, contour) || distanceToLine(place, contour) < ON_LINE_MM;
}

/** The closed line of the room and of its cut-outs in millimetres. */
export function linesMm(room: BuiltRoom): { contour: PointMm[]; cutouts: PointMm[][] } {
  return { contour: room.contour.map(toMm), cutouts: room.cutouts.map(({ contour }) => contour.map(toMm)) };
}
