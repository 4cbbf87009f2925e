import { cross, distance } from './point.js';
import type { Point } from './point.js';

/** The convex hull, counter-clockwise and without points on its straight parts (Andrew's monotone chain). */
export function convexHull(points: readonly Point[]): Point[] {
  const sorted = points.toSorted((a, b) => a.x - b.x || a.y - b.y);
  const lower = halfHull(sorted);
  const upper = halfHull(sorted.toReversed());
  return [...lower.slice(0, -1), ...upper.slice(0, -1)];
}

function halfHull(sorted: readonly Point[]): Point[] {
  const hull: Point[] = [];
  for (const point of sorted) {
    while (hull.length >= 2 && cross(hull.at(-2)!, hull.at(-1)!, point) <= 0) {
      hull.pop();
    }
    hull.push(point);
  }
  return hull;
}

/** The smallest distance between two parallel lines that hold the points, and the direction of those lines. */
export interface MinWidth {
  widthM: number;
  /** A unit vector along the lines. */
  direction: Point;
}

/**
 * Rotating calipers: the width is least with one line along an edge of the hull, so only those directions are tried,
 * and the farthest point moves on monotonously. Points are those of the contour in metres, at least three not in line.
 */
export function minWidth(points: readonly Point[]): MinWidth {
  const hull = convexHull(points);
  const count = hull.length;
  let best: MinWidth = { widthM: Infinity, direction: { x: 1, y: 0 } };
  let far = 1;
  for (let i = 0; i < count; i += 1) {
    const a = hull[i]!;
    const b = hull[(i + 1) % count]!;
    while (cross(a, b, hull[(far + 1) % count]!) > cross(a, b, hull[far]!)) {
      far = (far + 1) % count;
    }
    const length = distance(a, b);
    const widthM = cross(a, b, hull[far]!) / length;
    if (widthM < best.widthM) {
      best = { widthM, direction: { x: (b.x - a.x) / length, y: (b.y - a.y) / length } };
    }
  }
  return best;
}
