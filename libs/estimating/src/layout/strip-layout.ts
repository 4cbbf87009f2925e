import type { Point } from '../geometry/point.js';
import { seamLength } from './seam-length.js';

/** A roll and the film's shrink factors: the canvas is cut to k of the room, k between `min` and `default`. */
export interface Film {
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

/**
 * The reference rule of R1: for each direction and its opposite as few strips as the tightest shrink allows, the
 * loosest shrink those strips allow, laid from the edge. Fewest strips win, then least film; equals are told apart by
 * the shorter seam and the looser shrink, never by the order of walls, so that relettering changes nothing.
 * @param contour the room's closed line in metres, arcs flattened.
 * @param directions unit vectors along which strips may run.
 */
export function layOutStrips(contour: readonly Point[], directions: readonly Point[], film: Film): StripLayout {
  let best: StripLayout | null = null;
  for (const direction of distinctDirections(directions)) {
    const turned = contour.map((point) => alongAndAcross(point, direction));
    const opposite = turned.map(({ x, y }) => ({ x: -x, y: -y }));
    for (const line of [turned, opposite]) {
      const layout = layOutAlong(line, film);
      best = best === null || compareLayouts(layout, best) < 0 ? layout : best;
    }
  }
  if (best === null) {
    throw new RangeError('A layout needs at least one direction');
  }
  return best;
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

function layOutAlong(contour: readonly Point[], { rollM, shrink }: Film): StripLayout {
  const start = Math.min(...contour.map(({ y }) => y));
  const end = Math.max(...contour.map(({ y }) => y));
  const height = end - start;
  const strips = Math.max(1, Math.ceil((height * shrink.min) / rollM - NOISE));
  const k = Math.min(shrink.default, cutToThreeDigits((strips * rollM) / height));
  const step = rollM / k;
  const edges = Array.from({ length: strips - 1 }, (_, index) => start + (index + 1) * step);
  const levels = [start, ...edges, end];
  const sheetLengthsM = edges
    .concat(end)
    .map((to, index) => extentBetween(contour, levels[index]!, Math.min(to, end)) * k);
  const seamsM = edges.map((level) => seamLength(contour, level));
  return {
    strips,
    shrink: k,
    sheetLengthsM,
    filmM2: sheetLengthsM.reduce((sum, length) => sum + length * rollM, 0),
    seamsM,
    seamLengthM: seamsM.reduce((sum, seam) => sum + seam, 0),
  };
}

function cutToThreeDigits(value: number): number {
  return Math.floor(value * 1000 + 1e-6) / 1000;
}

/** How far the contour reaches along the strips between two levels across them. */
function extentBetween(contour: readonly Point[], low: number, high: number): number {
  // A wall that only touches the strip's edge is not inside it.
  const bottom = low + NOISE;
  const top = high - NOISE;
  let min = Infinity;
  let max = -Infinity;
  for (let i = 0; i < contour.length; i += 1) {
    const a = contour[i]!;
    const b = contour[(i + 1) % contour.length]!;
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

function atLevel([a, b]: [Point, Point], level: number, levelWallX: number): number {
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
