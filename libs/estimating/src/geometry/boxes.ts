import { NOISE_M } from './point.js';
import type { Point } from './point.js';

/** What a segment lies in, a micrometre larger on every side. */
export interface Box {
  minX: number;
  maxX: number;
  minY: number;
  maxY: number;
}

export function boxOf(a: Point, b: Point): Box {
  return {
    minX: Math.min(a.x, b.x) - NOISE_M,
    maxX: Math.max(a.x, b.x) + NOISE_M,
    minY: Math.min(a.y, b.y) - NOISE_M,
    maxY: Math.max(a.y, b.y) + NOISE_M,
  };
}

/** Most pairs of two long lines are far apart; this tells them from the rest without a multiplication. */
export function boxesMeet(a: Box, b: Box): boolean {
  return a.minX <= b.maxX && b.minX <= a.maxX && a.minY <= b.maxY && b.minY <= a.maxY;
}

/** What several boxes lie in. */
export function boxAround(boxes: readonly Box[]): Box {
  const around = { minX: Infinity, maxX: -Infinity, minY: Infinity, maxY: -Infinity };
  for (const box of boxes) {
    around.minX = Math.min(around.minX, box.minX);
    around.maxX = Math.max(around.maxX, box.maxX);
    around.minY = Math.min(around.minY, box.minY);
    around.maxY = Math.max(around.maxY, box.maxY);
  }
  return around;
}
