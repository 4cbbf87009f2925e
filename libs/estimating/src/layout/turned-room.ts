import type { Point } from '../geometry/point.js';

/** A contour turned so that strips run along x; coordinates apart, since a search goes through them many times. */
export interface TurnedContour {
  xs: Float64Array;
  ys: Float64Array;
}

export function turnContour(contour: readonly Point[], direction: Point): TurnedContour {
  const xs = new Float64Array(contour.length);
  const ys = new Float64Array(contour.length);
  for (let i = 0; i < contour.length; i += 1) {
    const { x, y } = contour[i]!;
    xs[i] = x * direction.x + y * direction.y;
    ys[i] = y * direction.x - x * direction.y;
  }
  return { xs, ys };
}

/** Back into the frame of the room. */
export function turnBack(x: number, y: number, direction: Point): Point {
  return { x: x * direction.x - y * direction.y, y: x * direction.y + y * direction.x };
}
