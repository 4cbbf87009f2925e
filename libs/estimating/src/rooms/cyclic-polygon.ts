import type { Point } from '../geometry/point.js';

const HALVINGS = 60;

/**
 * The corners of the polygon with these sides whose corners lie on a circle: the roundest room the lengths allow, as a
 * guess before its diagonals are known. Unknown lengths (null) count as the mean of the known ones; lengths that cannot
 * close make a regular polygon.
 * @param lengthsM sides in order, metres; three or more.
 * @returns counter-clockwise, metres.
 */
export function cyclicPolygon(lengthsM: readonly (number | null)[]): Point[] {
  const known = lengthsM.filter((length) => length !== null);
  const mean = known.length > 0 ? known.reduce((sum, length) => sum + length, 0) / known.length : 1;
  const sides = lengthsM.map((length) => length ?? mean);
  const longest = Math.max(...sides);
  const others = sides.reduce((sum, side) => sum + side, 0) - longest;
  return longest < others * 0.999
    ? onCircle(halfAngles(sides, longest))
    : onCircle(sides.map(() => Math.PI / sides.length));
}

/**
 * Half of the angle under which the centre sees each side; together half a turn. When the centre lies outside, the
 * longest side is seen from behind.
 */
function halfAngles(sides: readonly number[], longest: number): number[] {
  const at = sides.indexOf(longest);
  const asins = (radius: number) => sides.map((side) => Math.asin(Math.min(1, side / (2 * radius))));
  const sum = (angles: readonly number[]) => angles.reduce((total, angle) => total + angle, 0);
  const isCentreInside = sum(asins(longest / 2)) >= Math.PI;
  const excess = (radius: number): number => {
    const angles = asins(radius);
    return isCentreInside ? sum(angles) - Math.PI : 2 * angles[at]! - sum(angles);
  };
  // Too small a radius has an excess of angle, too great a one lacks it.
  let [low, high] = [longest / 2, longest / 2];
  do {
    high *= 2;
  } while (excess(high) > 0 && high < longest * 1e6);
  for (let step = 0; step < HALVINGS; step += 1) {
    const middle = (low + high) / 2;
    if (excess(middle) > 0) {
      low = middle;
    } else {
      high = middle;
    }
  }
  const angles = asins(high);
  return isCentreInside ? angles : angles.map((angle, index) => (index === at ? Math.PI - angle : angle));
}

function onCircle(halves: readonly number[]): Point[] {
  let turn = 0;
  return halves.map((half) => {
    const point = { x: Math.cos(turn), y: Math.sin(turn) };
    turn += 2 * half;
    return point;
  });
}
