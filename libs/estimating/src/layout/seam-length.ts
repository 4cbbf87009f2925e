import type { Segment } from './segments.js';

/** A seam is looked for a tenth of a micrometre on either side of its level, so that walls along it do not count. */
const ASIDE_M = 1e-7;

/**
 * The length of a seam across a room: where there is canvas on both sides of the horizontal line y = level. A wall that
 * lies exactly on the line is an edge of the canvas and no seam.
 * @param segments the pieces of the room's closed line, at least all that come near the level.
 */
export function seamLength(segments: readonly Segment[], level: number): number {
  const below = crossings(segments, level - ASIDE_M);
  const above = crossings(segments, level + ASIDE_M);
  let length = 0;
  for (let i = 0; i + 1 < below.length; i += 2) {
    for (let j = 0; j + 1 < above.length; j += 2) {
      length += Math.max(0, Math.min(below[i + 1]!, above[j + 1]!) - Math.max(below[i]!, above[j]!));
    }
  }
  return length;
}

/** Where the contour crosses a level, ascending: the room lies between the first and second, third and fourth, … */
function crossings(segments: readonly Segment[], level: number): number[] {
  const found: number[] = [];
  for (const [a, b] of segments) {
    if (a.y > level !== b.y > level) {
      found.push(a.x + ((b.x - a.x) * (level - a.y)) / (b.y - a.y));
    }
  }
  return found.sort((a, b) => a - b);
}
