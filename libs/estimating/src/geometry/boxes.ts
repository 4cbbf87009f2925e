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
