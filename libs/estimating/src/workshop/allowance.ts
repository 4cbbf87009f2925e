import { convexHull } from '../geometry/min-width.js';
import type { Point } from '../geometry/point.js';
import { findCrossing, shoelaceArea } from '../geometry/polygon.js';
import { extentOf } from '../drawing/view.js';
import { clipBand, clipUpright } from './clip-lines.js';
import type { CutPoint } from './cutting-sheet.js';

/** Cosine of the turn above which a corner is cut off, lest it reach out far: 120°. */
const SHARP = -0.5;
/** Sine of a turn too small to tell where two edges meet. */
const STRAIGHT = 1e-9;

/**
 * A line with so much more on every side of it, to be trimmed later. Nowhere it reaches further along x or y than that, so
 * that it stays on the film that was counted. Where niches are too narrow to be followed it goes round all of the room.
 * @param line counter-clockwise, millimetres
 */
export function enlarged(line: readonly CutPoint[], allowanceMm: number): CutPoint[] {
  const moved = movedOut(line, allowanceMm);
  const around = isSound(moved, line) ? moved : movedOut(convexHull(line), allowanceMm);
  const { x, y, width, height } = extentOf(line);
  const upright = clipUpright([around], x - allowanceMm, x + width + allowanceMm);
  return clipBand(upright, y - allowanceMm, y + height + allowanceMm)[0]!;
}

function isSound(moved: readonly Point[], line: readonly Point[]): boolean {
  return shoelaceArea(moved) > shoelaceArea(line) && findCrossing(moved) === null;
}

/** Every edge moved to its right, lengthened or shortened to where it meets its neighbours. */
function movedOut(line: readonly CutPoint[], by: number): CutPoint[] {
  return line.flatMap((point, index) => {
    const before = way(line[(index + line.length - 1) % line.length]!, point);
    const after = way(point, line[(index + 1) % line.length]!);
    const sin = before.x * after.y - before.y * after.x;
    const cos = before.x * after.x + before.y * after.y;
    const at = (out: Point, along: Point, reach: number) => ({
      ...point,
      x: point.x + out.y * by + along.x * reach,
      y: point.y - out.x * by + along.y * reach,
    });
    if (sin > 0 && cos < SHARP) {
      return [at(before, before, by), at(after, after, -by)];
    }
    // Both moved edges meet at by · tan(turn / 2) along the first one.
    return [at(before, before, Math.abs(sin) < STRAIGHT ? 0 : (by * (1 - cos)) / sin)];
  });
}

function way(from: Point, to: Point): Point {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  return { x: (to.x - from.x) / length, y: (to.y - from.y) / length };
}
