import fc from 'fast-check';
import type { Point } from '../src/geometry/point.js';
import { visibleChords } from '../src/rooms/best-triangulation.js';
import type { AngleReading, TriangulatedShape } from '../src/shape/room-shape.js';
import { choices, isComfortable, measure, starPolygon, triangulate } from './random-polygons.js';
import type { Polygon } from './random-polygons.js';

/** A polygon, a triangulation of it and a permutation of its corners to pick further readings by. */
export interface Surveyed {
  polygon: Polygon;
  diagonals: { from: number; to: number }[];
  order: number[];
}

export const surveyed: fc.Arbitrary<Surveyed> = fc
  .record({ polygon: starPolygon, picks: choices })
  .filter(({ polygon, picks }) => isComfortable(polygon, picks))
  .chain(({ polygon, picks }) =>
    fc
      .shuffledSubarray([...polygon.keys()], { minLength: polygon.length })
      .map((order) => ({ polygon, diagonals: triangulate(polygon, picks), order })),
  );

/** Diagonals inside the room that the triangulation does not have, at most `most` of them. */
export function controlDiagonals(
  { polygon, diagonals, order }: Surveyed,
  most: number,
): { from: number; to: number }[] {
  const isVisible = visibleChords(polygon);
  const taken = new Set(diagonals.flatMap(({ from, to }) => [`${from}-${to}`, `${to}-${from}`]));
  const found = order.flatMap((from, place) =>
    order.slice(place + 1).flatMap((to) => {
      const apart = Math.abs(from - to);
      const isWall = apart === 1 || apart === polygon.length - 1;
      return !isWall && !taken.has(`${from}-${to}`) && isVisible(from, to) ? [{ from, to }] : [];
    }),
  );
  return found.slice(0, most);
}

/** The angle inside the room, in degrees to the last digit of a double. */
export function angleAt(polygon: Polygon, corner: number): AngleReading {
  const count = polygon.length;
  const at = polygon[corner]!;
  const heading = (to: Point) => Math.atan2(to.y - at.y, to.x - at.x);
  const turned = heading(polygon[(corner + count - 1) % count]!) - heading(polygon[(corner + 1) % count]!);
  return { corner, degrees: ((turned < 0 ? turned + 2 * Math.PI : turned) * 180) / Math.PI };
}

/** Walls and angles, and the given diagonals. */
export function withAngles(
  polygon: Polygon,
  corners: readonly number[],
  diagonals: readonly { from: number; to: number }[] = [],
): TriangulatedShape<number> {
  return { ...measure(polygon, diagonals), angles: corners.map((corner) => angleAt(polygon, corner)) };
}
