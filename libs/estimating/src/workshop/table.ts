import type { Point } from '../geometry/point.js';
import type { Canvas } from '../layout/canvas.js';
import { turnContour } from '../layout/turned-room.js';

/** How a piece of canvas lies on the table: its strips along x, the first one from y = 0 up, shrunk, in millimetres. */
export interface Table {
  /** Where a point of the room comes to lie. */
  place: <P extends Point>(point: P) => P;
  /** The same for a closed line, so that it still runs the way it did. */
  placeLine: <P extends Point>(line: readonly P[]) => P[];
}

/** Where a piece of canvas lies in the room, in metres along its strips and across them. */
export interface Ground {
  canvas: Canvas;
  /** Whether it lies on the table turned over, left for right, against the frame of the room. */
  isFlipped: boolean;
  /** The least and the greatest of its outline along the strips, with its allowance. */
  left: number;
  right: number;
}

export function tableOf({ canvas, isFlipped, left, right }: Ground): Table {
  const { shrink: ky, shrinkAlong: kx } = canvas;
  const first = acrossOf(canvas.sheets[0]!.outline[0]!, canvas.direction);
  const place = <P extends Point>(point: P): P => {
    const along = alongOf(point, canvas.direction);
    const across = acrossOf(point, canvas.direction);
    const x = (isFlipped ? right - along : along - left) * kx * 1000;
    return { ...point, x, y: (across - first) * ky * 1000 };
  };
  return {
    place,
    placeLine: (line) => (isFlipped ? line.map(place).toReversed() : line.map(place)),
  };
}

/** How far a line reaches along the strips, metres. */
export function reachOf(line: readonly Point[], direction: Point): { left: number; right: number } {
  const { xs } = turnContour(line, direction);
  return { left: xs.reduce((a, b) => Math.min(a, b)), right: xs.reduce((a, b) => Math.max(a, b)) };
}

function alongOf({ x, y }: Point, direction: Point): number {
  return x * direction.x + y * direction.y;
}

export function acrossOf({ x, y }: Point, direction: Point): number {
  return y * direction.x - x * direction.y;
}
