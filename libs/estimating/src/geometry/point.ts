/** A point in metres: x to the right, y up, seen from above. */
export interface Point {
  x: number;
  y: number;
}

/** Lengths below a micrometre are noise: readings are tenths of a millimetre. */
export const NOISE_M = 1e-6;

export function distance(a: Point, b: Point): number {
  return Math.hypot(b.x - a.x, b.y - a.y);
}

/** Twice the signed area of the triangle abc: positive when c lies to the left of a → b. */
export function cross(a: Point, b: Point, c: Point): number {
  return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}
