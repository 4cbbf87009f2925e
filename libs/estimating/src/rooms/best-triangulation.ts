import { cross, distance, NOISE_M } from '../geometry/point.js';
import type { Point } from '../geometry/point.js';
import { segmentsMeet } from '../geometry/segment.js';
import type { Chord } from './triangulation.js';

/** A triangle this much flatter than another costs more than any number of longer diagonals can save. */
const LENGTH_COST = 1e-3;

/** The cheapest way to cut the part of the polygon between two corners, and the corner it is cut at. */
interface Cut {
  cost: number;
  at: number;
}

/**
 * The n − 3 diagonals inside a simple polygon whose triangles are the least flat, the shorter ones among equals: what one
 * should measure. A triangle costs 1 / sin² of its smallest angle, because that is how much of a reading's error (squared)
 * reaches its third corner. Minimum-weight triangulation by dynamic programming, O(n³).
 * @param points corners, counter-clockwise.
 * @returns null when no triangulation avoids triangles without any height.
 */
export function bestTriangulation(points: readonly Point[]): Chord[] | null {
  const count = points.length;
  const open = visibleChords(points);
  const cuts: (Cut | null)[][] = points.map(() => Array<Cut | null>(count).fill(null));
  const costOf = (from: number, to: number): number => (to - from === 1 ? 0 : (cuts[from]![to]?.cost ?? Infinity));
  for (let span = 2; span < count; span += 1) {
    for (let from = 0; from + span < count; from += 1) {
      const to = from + span;
      if (!open(from, to)) {
        continue;
      }
      for (let at = from + 1; at < to; at += 1) {
        const cost = costOf(from, at) + costOf(at, to) + triangleCost(points[from]!, points[at]!, points[to]!);
        if (cost < (cuts[from]![to]?.cost ?? Infinity)) {
          cuts[from]![to] = { cost, at };
        }
      }
    }
  }
  return cuts[0]![count - 1] ? collectChords(cuts, [0, count - 1]) : null;
}

function collectChords(cuts: readonly (readonly (Cut | null)[])[], [from, to]: [number, number]): Chord[] {
  if (to - from < 2) {
    return [];
  }
  const { at } = cuts[from]![to]!;
  const chord = from === 0 && to === cuts.length - 1 ? [] : [{ from, to }];
  return [...chord, ...collectChords(cuts, [from, at]), ...collectChords(cuts, [at, to])];
}

/** Infinite for a triangle that turns the wrong way or has no height. */
function triangleCost(a: Point, b: Point, c: Point): number {
  const twiceArea = cross(a, b, c);
  const sides = [distance(a, b), distance(b, c), distance(c, a)].sort((p, q) => p - q) as [number, number, number];
  if (twiceArea < NOISE_M * sides[2]) {
    return Infinity;
  }
  // The smallest angle lies between the two longer sides.
  const sine = twiceArea / (sides[1] * sides[2]);
  return 1 / (sine * sine) + LENGTH_COST * (sides[0] + sides[1] + sides[2]);
}

/**
 * Tells for two corners whether the straight line between them is a wall or runs inside the polygon all the way, so that
 * it can be measured without a wall in between.
 */
export function visibleChords(points: readonly Point[]): (from: number, to: number) => boolean {
  const known = new Map<number, boolean>();
  const count = points.length;
  return (from, to) => {
    const key = Math.min(from, to) * count + Math.max(from, to);
    const answer = known.get(key) ?? isVisible(points, from, to);
    known.set(key, answer);
    return answer;
  };
}

function isVisible(points: readonly Point[], from: number, to: number): boolean {
  const count = points.length;
  const apart = (to - from + count) % count;
  if (apart === 1 || apart === count - 1) {
    return true;
  }
  if (!pointsInside(points, from, points[to]!)) {
    return false;
  }
  return points.every((wallStart, index) => {
    const next = (index + 1) % count;
    const touchesAnEnd = [index, next].some((corner) => corner === from || corner === to);
    return touchesAnEnd || !segmentsMeet([points[from]!, points[to]!], [wallStart, points[next]!]);
  });
}

/** True when the way from a corner to a point leaves the corner into the room. */
function pointsInside(points: readonly Point[], corner: number, target: Point): boolean {
  const count = points.length;
  const at = points[corner]!;
  const before = points[(corner + count - 1) % count]!;
  const after = points[(corner + 1) % count]!;
  const leftOfNext = cross(at, after, target) > 0;
  const leftOfLast = cross(before, at, target) > 0;
  return cross(before, at, after) > 0 ? leftOfNext && leftOfLast : leftOfNext || leftOfLast;
}
