import type { Point } from './point.js';

/** Points turned around their origin, counter-clockwise in degrees, and moved so that the origin comes to `at`. */
export function placePoints(points: readonly Point[], at: Point, turnDeg: number): Point[] {
  const [cos, sin] = cosAndSin(turnDeg);
  return points.map(({ x, y }) => ({ x: at.x + x * cos - y * sin, y: at.y + x * sin + y * cos }));
}

/** Quarter turns are exact: what was along a wall stays along it to the last digit. */
function cosAndSin(turnDeg: number): [number, number] {
  const quarter = turnDeg / 90;
  if (Number.isInteger(quarter)) {
    const exact: [number, number][] = [
      [1, 0],
      [0, 1],
      [-1, 0],
      [0, -1],
    ];
    return exact[((quarter % 4) + 4) % 4]!;
  }
  const angle = (turnDeg * Math.PI) / 180;
  return [Math.cos(angle), Math.sin(angle)];
}
