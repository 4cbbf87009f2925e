import type { Point } from '../geometry/point.js';

/** A straight piece of a contour, from point to point. */
export type Segment = readonly [Point, Point];

/** The pieces of a closed contour, the last one back to its first point. */
export function segmentsOf(contour: readonly Point[]): Segment[] {
  return contour.map((point, index) => [point, contour[(index + 1) % contour.length]!]);
}
