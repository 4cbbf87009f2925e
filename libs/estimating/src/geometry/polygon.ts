import { boxesMeet, boxOf } from './boxes.js';
import type { Point } from './point.js';
import { isOnSegment, segmentsMeet } from './segment.js';

/** The signed area of a closed polygon, positive when it runs counter-clockwise. */
export function shoelaceArea(points: readonly Point[]): number {
  let twice = 0;
  for (let i = 0; i < points.length; i += 1) {
    const a = points[i]!;
    const b = points[(i + 1) % points.length]!;
    twice += a.x * b.y - b.x * a.y;
  }
  return twice / 2;
}

/** Heron's area of a triangle by its sides, in the form that stays exact for flat triangles (Kahan). */
export function heronArea(a: number, b: number, c: number): number {
  const [x, y, z] = [a, b, c].sort((p, q) => q - p) as [number, number, number];
  const product = (x + (y + z)) * (z - (x - y)) * (z + (x - y)) * (x + (y - z));
  return Math.sqrt(Math.max(0, product)) / 4;
}

/**
 * The first two segments of a closed polygon that cross, touch or fold back on each other, as indexes of their first
 * points; null when the polygon is simple. Neighbours may share their common end only.
 */
export function findCrossing(points: readonly Point[]): [number, number] | null {
  const count = points.length;
  const boxes = points.map((point, index) => boxOf(point, points[(index + 1) % count]!));
  for (let i = 0; i < count; i += 1) {
    for (let j = i + 1; j < count; j += 1) {
      if (boxesMeet(boxes[i]!, boxes[j]!) && sidesMeet(points, i, j)) {
        return [i, j];
      }
    }
  }
  return null;
}

function sidesMeet(points: readonly Point[], i: number, j: number): boolean {
  const count = points.length;
  const a = points[i]!;
  const b = points[(i + 1) % count]!;
  const c = points[j]!;
  const d = points[(j + 1) % count]!;
  if (j === i + 1) {
    return isOnSegment(d, a, b) || isOnSegment(a, c, d);
  }
  if (i === 0 && j === count - 1) {
    return isOnSegment(c, a, b) || isOnSegment(b, c, d);
  }
  return segmentsMeet([a, b], [c, d]);
}
