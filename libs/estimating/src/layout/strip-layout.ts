import type { Point } from '../geometry/point.js';
import { seamLength } from './seam-length.js';
import { segmentsOf } from './segments.js';
import type { Segment } from './segments.js';

/** A roll and the film's shrink factors: the canvas is cut to k of the room, k between `min` and `default`. */
export interface RollFilm {
  rollM: number;
  shrink: { default: number; min: number };
}

/** A way to lay strips of film over a room. Lengths in metres; seams as they lie in the room, before shrinking. */
export interface StripLayout {
  strips: number;
  /** The shrink factor k of this layout, at most three digits. */
  shrink: number;
  /** Length of film of each strip, already times k; each is as wide as the roll. */
  sheetLengthsM: number[];
  filmM2: number;
  seamsM: number[];
  seamLengthM: number;
}

/** Noise of doubles in a count of strips or in a comparison of layouts. */
const NOISE = 1e-9;
/** Film and seams that differ by less than a tenth of a micrometre differ by noise. */
const SAME_M = 1e-7;
/** A segment this near to the edge of a strip belongs to the strip; wider than what a seam looks aside. */
const EDGE_M = 1e-6;

/**
 * The reference rule of R1: for each direction and its opposite as few strips as the tightest shrink allows, the
 * loosest shrink those strips allow, laid from the edge. Fewest strips win, then least film; equals are told apart by
 * the shorter seam and the looser shrink, never by the order of walls, so that relettering changes nothing.
 * @param contour the room's closed line in metres, arcs flattened.
 * @param directions unit vectors along which strips may run.
 */
export function layOutStrips(contour: readonly Point[], directions: readonly Point[], film: RollFilm): StripLayout {
  let best: StripLayout | null = null;
  for (const cover of tightestCovers(contour, directions, film)) {
    const opposite = { ...cover, start: -cover.end, end: -cover.start, line: cover.line.map(turnAround) };
    for (const way of [cover, opposite]) {
      const layout = layOutAlong(way, film);
      best = best === null || compareLayouts(layout, best) < 0 ? layout : best;
    }
  }
  if (best === null) {
    throw new RangeError('A layout needs at least one direction');
  }
  return best;
}

/** A contour turned so that strips run along x, and how many of them it takes from its lowest to its highest y. */
interface Cover {
  line: Point[];
  start: number;
  end: number;
  strips: number;
}

/** The directions of the fewest strips. Counting them needs the extent only; cutting the sheets costs far more. */
function tightestCovers(contour: readonly Point[], directions: readonly Point[], film: RollFilm): Cover[] {
  const covers = distinctDirections(directions).map((direction) => {
    const line = contour.map((point) => alongAndAcross(point, direction));
    const start = Math.min(...line.map(({ y }) => y));
    const end = Math.max(...line.map(({ y }) => y));
    const strips = Math.max(1, Math.ceil(((end - start) * film.shrink.min) / film.rollM - NOISE));
    return { line, start, end, strips };
  });
  const fewest = Math.min(...covers.map(({ strips }) => strips));
  return covers.filter(({ strips }) => strips === fewest);
}

function turnAround({ x, y }: Point): Point {
  return { x: -x, y: -y };
}

/** Coordinates with x along the strips and y across them. */
function alongAndAcross({ x, y }: Point, direction: Point): Point {
  return { x: x * direction.x + y * direction.y, y: y * direction.x - x * direction.y };
}

/** Opposite directions count as one: both edges are tried anyway. */
function distinctDirections(directions: readonly Point[]): Point[] {
  const distinct: Point[] = [];
  for (const direction of directions) {
    if (!distinct.some(({ x, y }) => Math.abs(x * direction.y - y * direction.x) < NOISE)) {
      distinct.push(direction);
    }
  }
  return distinct;
}

function layOutAlong({ line, start, end, strips }: Cover, { rollM, shrink }: RollFilm): StripLayout {
  const k = Math.min(shrink.default, cutToThreeDigits((strips * rollM) / (end - start)));
  const step = rollM / k;
  const edges = Array.from({ length: strips - 1 }, (_, index) => start + (index + 1) * step);
  const levels = [start, ...edges, end];
  const inStrips = sortIntoStrips(segmentsOf(line), { start, step, strips });
  const sheetLengthsM = inStrips.map(
    (segments, index) => extentBetween(segments, levels[index]!, levels[index + 1]!) * k,
  );
  const seamsM = edges.map((level, index) => seamLength(inStrips[index]!, level));
  return {
    strips,
    shrink: k,
    sheetLengthsM,
    filmM2: sheetLengthsM.reduce((sum, length) => sum + length * rollM, 0),
    seamsM,
    seamLengthM: seamsM.reduce((sum, seam) => sum + seam, 0),
  };
}

/**
 * The segments of each strip and of its edges, in the order of the contour: a room of many walls on many strips is
 * then gone through once and not once for every strip.
 */
function sortIntoStrips(
  segments: readonly Segment[],
  { start, step, strips }: { start: number; step: number; strips: number },
): Segment[][] {
  const sorted: Segment[][] = Array.from({ length: strips }, () => []);
  for (const segment of segments) {
    const [low, high] = [Math.min(segment[0].y, segment[1].y), Math.max(segment[0].y, segment[1].y)];
    const first = Math.max(0, Math.floor((low - start - EDGE_M) / step));
    const last = Math.min(strips - 1, Math.floor((high - start + EDGE_M) / step));
    for (let strip = first; strip <= last; strip += 1) {
      sorted[strip]!.push(segment);
    }
  }
  return sorted;
}

function cutToThreeDigits(value: number): number {
  return Math.floor(value * 1000 + 1e-6) / 1000;
}

/** How far segments of the contour reach along the strips between two levels across them. */
function extentBetween(segments: readonly Segment[], low: number, high: number): number {
  // A wall that only touches the strip's edge is not inside it.
  const bottom = low + NOISE;
  const top = high - NOISE;
  let min = Infinity;
  let max = -Infinity;
  for (const [a, b] of segments) {
    if (Math.max(a.y, b.y) < bottom || Math.min(a.y, b.y) > top) {
      continue;
    }
    for (const end of [a, b]) {
      const x = atLevel([a, b], Math.min(top, Math.max(bottom, end.y)), end.x);
      min = Math.min(min, x);
      max = Math.max(max, x);
    }
  }
  return Math.max(0, max - min);
}

function atLevel([a, b]: Segment, level: number, levelWallX: number): number {
  return a.y === b.y ? levelWallX : a.x + ((b.x - a.x) * (level - a.y)) / (b.y - a.y);
}

function compareLayouts(a: StripLayout, b: StripLayout): number {
  return (
    a.strips - b.strips ||
    differ(a.filmM2, b.filmM2) ||
    differ(a.seamLengthM, b.seamLengthM) ||
    differ(b.shrink, a.shrink)
  );
}

function differ(a: number, b: number): number {
  return Math.abs(a - b) < SAME_M ? 0 : a - b;
}
