import { crossings } from '../geometry/crossings.js';
import type { Point } from '../geometry/point.js';
import { distanceToSegment } from '../geometry/segment.js';
import type { BuiltRoom } from '../rooms/built-room.js';
import type { PointMm } from '../shape/room-shape.js';
import { isInsideMm, linesMm, wallLineMm } from './wall-distances.js';

/** More lamps than this are not laid out at once. */
export const MOST_DISTRIBUTED = 200;
/** How far lamps keep from walls and columns; less where the room has no such place for them. */
const CLEARANCES_MM = [250, 120, 40];
const MOST_ROWS = 60;

/** The closed lines of a room, the contour first, turned so that rows run along x. */
interface Field {
  lines: PointMm[][];
  low: number;
  high: number;
}

/** Where lamps may be: the closed line of the room, and the columns, openings and levels that take a part of it. */
interface Ceiling {
  contour: PointMm[];
  holes: PointMm[][];
}

/**
 * Places for spotlights in even rows along the longest wall or across it, half a step from the walls, inside the room
 * and clear of its cut-outs and of the levels within it. Whole millimetres in the frame of the room; fewer than asked for
 * only where no more fit.
 * @param levels contours of the levels within the room, metres in its frame: their lamps are their own.
 */
export function distributeSpotlights(
  room: BuiltRoom,
  count: number,
  levels: readonly (readonly Point[])[] = [],
): PointMm[] {
  const wanted = Math.min(Math.floor(count), MOST_DISTRIBUTED);
  if (!(wanted > 0)) return [];
  const { contour, cutouts } = linesMm(room);
  const holes = [...cutouts, ...levels.map((level) => level.map(({ x, y }) => ({ x: x * 1000, y: y * 1000 })))];
  const ceiling: Ceiling = { contour, holes };
  const along = longestWay(room);
  const ways = [along, { x: -along.y, y: along.x }];
  let most: PointMm[] = [];
  for (const clearance of CLEARANCES_MM) {
    const found = ways.flatMap((way) => arrangements(ceiling, way, { wanted, clearance }));
    const all = found.filter((points) => points.length === wanted);
    if (all.length > 0) return rounded(best(ceiling, all));
    most = [most, ...found].reduce((larger, points) => (points.length > larger.length ? points : larger));
  }
  return rounded(most);
}

const rounded = (points: readonly PointMm[]): PointMm[] =>
  points.map(({ x, y }) => ({ x: Math.round(x), y: Math.round(y) }));

function longestWay(room: BuiltRoom): PointMm {
  const lines = room.walls.map((_, wall) => wallLineMm(room, wall));
  const ends = lines.map((line) => [line[0]!, line.at(-1)!] as const);
  const length = ([a, b]: readonly [PointMm, PointMm]): number => Math.hypot(b.x - a.x, b.y - a.y);
  const longest = ends.reduce((most, wall) => (length(wall) > length(most) + 1e-6 ? wall : most));
  const [a, b] = longest;
  return { x: (b.x - a.x) / length(longest), y: (b.y - a.y) / length(longest) };
}

/** One arrangement for every number of rows; lamps that come to stand where none may be are left out of it. */
function arrangements(
  { contour, holes }: Ceiling,
  way: PointMm,
  of: { wanted: number; clearance: number },
): PointMm[][] {
  const turn = ({ x, y }: PointMm): PointMm => ({ x: x * way.x + y * way.y, y: y * way.x - x * way.y });
  const back = ({ x, y }: PointMm): PointMm => ({ x: x * way.x - y * way.y, y: x * way.y + y * way.x });
  const lines = [contour, ...holes].map((line) => line.map(turn));
  const levels = lines[0]!.map(({ y }) => y);
  const field = { lines, low: Math.min(...levels), high: Math.max(...levels) };
  const rows = Math.min(of.wanted, MOST_ROWS);
  const isFree = (at: PointMm): boolean => isInsideMm(contour, at) && !holes.some((line) => isInsideMm(line, at));
  return Array.from({ length: rows }, (_, index) =>
    inRows(field, index + 1, of)
      .map(back)
      .filter(isFree),
  );
}

function inRows({ lines, low, high }: Field, rows: number, of: { wanted: number; clearance: number }): PointMm[] {
  const levels = Array.from({ length: rows }, (_, row) => low + ((row + 0.5) * (high - low)) / rows);
  const free = levels.map((level) => freeAt(lines, level, of.clearance));
  const widths = free.map((pieces) => pieces.reduce((sum, [from, to]) => sum + to - from, 0));
  const counts = shareOut(of.wanted, widths);
  return levels.flatMap((y, row) => spread(free[row]!, counts[row]!).map((x) => ({ x, y })));
}

type Piece = readonly [from: number, to: number];

/** Where a row may hold lamps: inside the lines at its level, without what comes nearer to it than the clearance. */
function freeAt(lines: readonly PointMm[][], level: number, clearance: number): Piece[] {
  const taken: Piece[] = [];
  for (const [order, line] of lines.entries()) {
    // Rows end half a step from the walls as it is; from a column they need the clearance on its sides too.
    const aside = order === 0 ? 0 : clearance;
    line.forEach((a, index) => {
      const near = withinBand(a, line[(index + 1) % line.length]!, [level - clearance, level + clearance]);
      if (near) taken.push([near[0] - aside, near[1] + aside]);
    });
  }
  const ends = crossings(
    lines.map((line) => ({ xs: line.map(({ x }) => x), ys: line.map(({ y }) => y) })),
    level,
  );
  const inside: Piece[] = [];
  for (let i = 0; i + 1 < ends.length; i += 2) inside.push([ends[i]!, ends[i + 1]!]);
  return taken.reduce(without, inside);
}

/** How far a wall reaches along a band across it; null when it keeps out of the band or merely ends a row. */
function withinBand(a: PointMm, b: PointMm, [low, high]: Piece): Piece | null {
  if (Math.max(a.y, b.y) <= low || Math.min(a.y, b.y) >= high) return null;
  const atLevel = (y: number): number => (a.y === b.y ? a.x : a.x + ((b.x - a.x) * (y - a.y)) / (b.y - a.y));
  const clamp = (y: number): number => Math.min(high, Math.max(low, y));
  const [from, to] = a.y === b.y ? [a.x, b.x] : [atLevel(clamp(a.y)), atLevel(clamp(b.y))];
  return [Math.min(from, to), Math.max(from, to)];
}

function without(pieces: Piece[], [from, to]: Piece): Piece[] {
  if (to <= from) return pieces;
  return pieces.flatMap(([start, end]) => {
    if (to <= start || from >= end) return [[start, end] as const];
    const left: Piece[] = from > start ? [[start, from]] : [];
    const right: Piece[] = to < end ? [[to, end]] : [];
    return [...left, ...right];
  });
}

/** Lamps by row in proportion to the widths; the largest remainders take what is left over. */
function shareOut(count: number, widths: readonly number[]): number[] {
  const total = widths.reduce((sum, width) => sum + width, 0);
  if (total <= 0) return widths.map(() => 0);
  const exact = widths.map((width) => (count * width) / total);
  const shares = exact.map(Math.floor);
  const rest = count - shares.reduce((sum, share) => sum + share, 0);
  const order = exact
    .map((value, row) => ({ row, left: value - shares[row]! }))
    .sort((a, b) => b.left - a.left || a.row - b.row);
  for (const { row } of order.slice(0, rest)) shares[row]! += 1;
  return shares;
}

/** Places at equal steps along the free pieces laid end to end, half a step from either end. */
function spread(pieces: readonly Piece[], count: number): number[] {
  const total = pieces.reduce((sum, [from, to]) => sum + to - from, 0);
  return Array.from({ length: count }, (_, index) => {
    let left = ((index + 0.5) * total) / count;
    for (const [from, to] of pieces) {
      if (left <= to - from) return from + left;
      left -= to - from;
    }
    return pieces.at(-1)![1];
  });
}

/** The most even of several arrangements: no two lamps close together, none close to a wall for the step it has. */
function best({ contour, holes }: Ceiling, found: readonly PointMm[][]): PointMm[] {
  const scored = found.map((points) => ({ points, even: evenness(points, [contour, ...holes]) }));
  // Arrangements within a millimetre of each other are alike: the one with fewer rows comes first.
  return scored.reduce((most, next) => (next.even > most.even + 1 ? next : most)).points;
}

function evenness(points: readonly PointMm[], lines: readonly PointMm[][]): number {
  let least = Infinity;
  points.forEach((point, index) => {
    for (const other of points.slice(index + 1)) {
      least = Math.min(least, Math.hypot(other.x - point.x, other.y - point.y));
    }
    for (const line of lines) {
      line.forEach((a, corner) => {
        least = Math.min(least, 2 * distanceToSegment(point, a, line[(corner + 1) % line.length]!));
      });
    }
  });
  return least;
}
