import { wallDistances } from '@smet/estimating';
import type { BuiltRoom, PointMm, WallDistance } from '@smet/estimating';

/** A distance from a thing's edge to a wall, as it is measured with a tape. */
export interface Clearance extends WallDistance {
  /** The point of the thing that is nearest to the wall. */
  from: PointMm;
  /** From the thing's centre to that point: a typed distance is this much more from the centre. */
  reachMm: number;
}

/** Distances of a symbol: lamps are measured to their centres. */
export const clearancesOf = (room: BuiltRoom, at: PointMm): Clearance[] =>
  wallDistances(room, at).map((distance) => ({ ...distance, from: at, reachMm: 0 }));

/**
 * Distances of a column from its faces.
 * @param contour its corners, millimetres.
 */
export function faceClearances(room: BuiltRoom, centre: PointMm, contour: readonly PointMm[]): Clearance[] {
  return wallDistances(room, centre).map((distance) => {
    const way = towards(centre, distance);
    const reachMm = Math.max(0, ...contour.map(({ x, y }) => (x - centre.x) * way.x + (y - centre.y) * way.y));
    return {
      ...distance,
      mm: distance.mm - reachMm,
      from: { x: centre.x + way.x * reachMm, y: centre.y + way.y * reachMm },
      reachMm,
    };
  });
}

function towards(at: PointMm, { to, mm }: WallDistance): PointMm {
  return mm === 0 ? { x: 0, y: 0 } : { x: (to.x - at.x) / mm, y: (to.y - at.y) / mm };
}
