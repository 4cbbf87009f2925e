import { isInside } from '../src/geometry/inside.js';
import { cross, distance } from '../src/geometry/point.js';
import type { Point } from '../src/geometry/point.js';
import type { BuiltRoom } from '../src/rooms/built-room.js';

const NOISE = 1e-6;

/** The lines canvases of a room end at outside: one, or one of each piece levels cut it in. */
export function outlinesOf({ contour, pieces }: BuiltRoom): Point[][] {
  return pieces ?? [contour];
}

/** Within the room as it is covered, and not in a hole of the canvas. */
export function isOnCanvas(room: BuiltRoom, point: Point): boolean {
  return (
    outlinesOf(room).some((line) => isInside(point, line)) &&
    !room.cutouts.some(({ contour }) => isInside(point, contour))
  );
}

/** Points all over a room, its corners among them; columns do not make a sheet shorter. */
export function pointsIn(room: BuiltRoom): Point[] {
  return outlinesOf(room).flatMap((contour) => {
    const [xs, ys] = [contour.map(({ x }) => x), contour.map(({ y }) => y)];
    const [left, bottom] = [Math.min(...xs), Math.min(...ys)];
    const [width, height] = [Math.max(...xs) - left, Math.max(...ys) - bottom];
    const grid = Array.from({ length: 400 }, (_, index) => ({
      x: left + (width * ((index % 20) + 0.5)) / 20,
      y: bottom + (height * (Math.floor(index / 20) + 0.5)) / 20,
    }));
    return [...contour, ...grid.filter((point) => isInside(point, contour))];
  });
}

/** Within the outline of a sheet, or on its edge. */
export function isCovered(outline: readonly Point[], point: Point): boolean {
  return outline.every((corner, index) => {
    const next = outline[(index + 1) % outline.length]!;
    return cross(corner, next, point) >= -NOISE * distance(corner, next);
  });
}
