import { distanceToSegment } from './segment.js';
import { NOISE_M } from './point.js';
import type { Point } from './point.js';

/** True when a point lies within a closed polygon, whichever way round it runs; on its line is not within. */
export function isInside(point: Point, polygon: readonly Point[]): boolean {
  let inside = false;
  for (let i = 0; i < polygon.length; i += 1) {
    const a = polygon[i]!;
    const b = polygon[(i + 1) % polygon.length]!;
    if (distanceToSegment(point, a, b) < NOISE_M) {
      return false;
    }
    if (a.y > point.y !== b.y > point.y && point.x < a.x + ((point.y - a.y) / (b.y - a.y)) * (b.x - a.x)) {
      inside = !inside;
    }
  }
  return inside;
}
