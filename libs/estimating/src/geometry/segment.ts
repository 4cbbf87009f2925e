import { cross, distance, NOISE_M } from './point.js';
import type { Point } from './point.js';

/** A straight piece between two points. */
export type Segment = readonly [Point, Point];

/** The segments of a closed polygon; the i-th starts at point i. */
export function segmentsOf(polygon: readonly Point[]): Segment[] {
  return polygon.map((point, index) => [point, polygon[(index + 1) % polygon.length]!]);
}

/** How far a point is from the nearest point of a segment, which may be as short as a point. */
export function distanceToSegment(point: Point, a: Point, b: Point): number {
  const length = distance(a, b);
  if (length < NOISE_M) {
    return distance(point, a);
  }
  const along = ((point.x - a.x) * (b.x - a.x) + (point.y - a.y) * (b.y - a.y)) / length;
  const share = Math.min(length, Math.max(0, along)) / length;
  return distance(point, { x: a.x + (b.x - a.x) * share, y: a.y + (b.y - a.y) * share });
}

export function isOnSegment(point: Point, a: Point, b: Point): boolean {
  return distanceToSegment(point, a, b) < NOISE_M;
}

/** True when two segments have a point in common, within a micrometre. */
export function segmentsMeet([a, b]: Segment, [c, d]: Segment): boolean {
  return (
    segmentsCross([a, b], [c, d]) ||
    isOnSegment(c, a, b) ||
    isOnSegment(d, a, b) ||
    isOnSegment(a, c, d) ||
    isOnSegment(b, c, d)
  );
}

/** True when each of two segments has its ends on different sides of the other. */
export function segmentsCross([a, b]: Segment, [c, d]: Segment): boolean {
  return cross(a, b, c) * cross(a, b, d) < 0 && cross(c, d, a) * cross(c, d, b) < 0;
}

/** How far a point is from a closed line. */
export function distanceToLine(point: Point, polygon: readonly Point[]): number {
  return segmentsOf(polygon).reduce((least, [a, b]) => Math.min(least, distanceToSegment(point, a, b)), Infinity);
}

/** Where along a segment (0 to 1) it crosses or touches another; null where it does not, or runs along it. */
export function crossingShare([a, b]: Segment, [c, d]: Segment): number | null {
  const [fromC, fromD] = [cross(c, d, a), cross(c, d, b)];
  if (Math.abs(fromC - fromD) < NOISE_M * distance(c, d)) {
    return null;
  }
  const share = fromC / (fromC - fromD);
  const point = { x: a.x + (b.x - a.x) * share, y: a.y + (b.y - a.y) * share };
  return share >= 0 && share <= 1 && isOnSegment(point, c, d) ? share : null;
}
