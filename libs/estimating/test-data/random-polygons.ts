import fc from 'fast-check';
import type { Point } from '../src/geometry/point.js';
import type { DiagonalReading, TriangulatedShape } from '../src/shape/room-shape.js';

/** A simple polygon in millimetres, counter-clockwise, often with reflex corners. */
export type Polygon = Point[];

/**
 * Star-shaped polygons: corners at ascending angles around a centre, at any distance from it. Angles keep apart, so that
 * no wall is shorter than the least a person may enter and no triangle is thinner than double precision bears.
 */
export const starPolygon: fc.Arbitrary<Polygon> = fc
  .array(fc.record({ step: fc.integer({ min: 20, max: 100 }), radius: fc.integer({ min: 800, max: 9000 }) }), {
    minLength: 4,
    maxLength: 14,
  })
  // A gap of half a circle would put the centre outside and turn the polygon inside out.
  .filter((corners) => {
    const whole = corners.reduce((sum, { step }) => sum + step, 0);
    return corners.every(({ step }) => step < whole * 0.45);
  })
  .map((corners) => {
    const whole = corners.reduce((sum, { step }) => sum + step, 0);
    let angle = 0;
    return corners.map(({ step, radius }) => {
      angle += (step / whole) * 2 * Math.PI;
      return { x: radius * Math.cos(angle), y: radius * Math.sin(angle) };
    });
  });

/** A source of choices for ear clipping: each number picks one of the ears there are. */
export const choices = fc.array(fc.nat(1000), { minLength: 14, maxLength: 14 });

/**
 * n − 3 diagonals of a triangulation found by clipping ears, whichever the choices say.
 * @throws Error when the choices end in a triangle too thin to be measured
 */
export function triangulate(polygon: Polygon, picks: readonly number[]): { from: number; to: number }[] {
  const left = [...polygon.keys()];
  const diagonals: { from: number; to: number }[] = [];
  for (let turn = 0; left.length > 3; turn += 1) {
    const ears = left.filter((_, place) => isEar(polygon, left, place));
    const ear = ears[(picks[turn] ?? 0) % ears.length]!;
    const place = left.indexOf(ear);
    const from = left[(place + left.length - 1) % left.length]!;
    const to = left[(place + 1) % left.length]!;
    diagonals.push({ from, to });
    left.splice(place, 1);
  }
  // What clipping leaves is a triangle like any other.
  if (!isEar(polygon, left, 1)) {
    throw new Error('the last triangle is too thin');
  }
  return diagonals;
}

/** An ear is a convex corner whose triangle holds no other corner; its height is kept above a millimetre. */
function isEar(polygon: Polygon, left: readonly number[], place: number): boolean {
  const count = left.length;
  const [a, b, c] = [-1, 0, 1].map((step) => polygon[left[(place + step + count) % count]!]!) as [Point, Point, Point];
  const twiceArea = turn(a, b, c);
  const longest = Math.max(length(a, b), length(b, c), length(a, c));
  if (twiceArea / longest < 1) {
    return false;
  }
  return left.every((corner, index) => {
    const apart = (index - place + count) % count;
    const point = polygon[corner]!;
    const isOwn = apart === 0 || apart === 1 || apart === count - 1;
    return isOwn || turn(a, b, point) < 0 || turn(b, c, point) < 0 || turn(c, a, point) < 0;
  });
}

/** False for the rare polygon too thin somewhere for every triangulation. */
export function isComfortable(polygon: Polygon, picks: readonly number[]): boolean {
  try {
    return triangulate(polygon, picks).length === polygon.length - 3 && polygonIsThick(polygon);
  } catch {
    return false;
  }
}

/** The last triangle is what clipping leaves, so every corner must turn by more than noise and no wall may be short. */
function polygonIsThick(polygon: Polygon): boolean {
  return polygon.every((corner, index) => {
    const next = polygon[(index + 1) % polygon.length]!;
    const second = polygon[(index + 2) % polygon.length]!;
    const sine = turn(corner, next, second) / (length(corner, next) * length(next, second));
    return length(corner, next) >= 10 && Math.abs(sine) > 0.02;
  });
}

/** The readings of a polygon: its walls and the given diagonals, to the last digit of a double. */
export function measure(
  polygon: Polygon,
  diagonals: readonly { from: number; to: number }[],
): TriangulatedShape<number> {
  return {
    schemaVersion: 1,
    kind: 'triangulated',
    sidesMm: polygon.map((corner, index) => length(corner, polygon[(index + 1) % polygon.length]!)),
    diagonalsMm: diagonals.map(({ from, to }): DiagonalReading => {
      return { from, to, lengthMm: length(polygon[from]!, polygon[to]!) };
    }),
  };
}

export function length(a: Point, b: Point): number {
  return Math.hypot(b.x - a.x, b.y - a.y);
}

/** Twice the signed area of a triangle. */
export function turn(a: Point, b: Point, c: Point): number {
  return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

/** The same polygon lettered from another corner. */
export function reletter(polygon: Polygon, by: number): Polygon {
  return polygon.map((_, index) => polygon[(index + by) % polygon.length]!);
}

/** The polygon in a mirror, lettered the other way round: still counter-clockwise. */
export function mirror(polygon: Polygon): Polygon {
  return polygon.map(({ x, y }) => ({ x: -x, y })).toReversed();
}
