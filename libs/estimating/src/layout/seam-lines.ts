import { crossings } from '../geometry/crossings.js';
import type { TurnedContour } from './turned-room.js';

/** A seam is looked for a tenth of a micrometre on either side of its level, so that walls along it do not count. */
const ASIDE_M = 1e-7;

/**
 * Where a seam runs at the level y: there is canvas on both sides of it. A wall that lies exactly on the line is an edge
 * of the canvas and no seam; over a cut-out there is nothing to weld.
 * @param contours the closed line of the room and those of its cut-outs.
 * @returns pieces of the line from x to x, ascending.
 */
export function seamPieces(contours: readonly TurnedContour[], level: number): [number, number][] {
  const below = crossings(contours, level - ASIDE_M);
  const above = crossings(contours, level + ASIDE_M);
  const pieces: [number, number][] = [];
  for (let i = 0, j = 0; i + 1 < below.length && j + 1 < above.length;) {
    const from = Math.max(below[i]!, above[j]!);
    const to = Math.min(below[i + 1]!, above[j + 1]!);
    if (to - from > ASIDE_M) {
      pieces.push([from, to]);
    }
    if (below[i + 1]! < above[j + 1]!) {
      i += 2;
    } else {
      j += 2;
    }
  }
  return pieces;
}
