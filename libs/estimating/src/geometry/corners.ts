import type { Bulge } from './arcs.js';
import type { Point } from './point.js';

/** A side of a contour as far as its corners care: an arc turns by `angleRad` on the way. */
export interface CornerSide {
  arc?: { angleRad: number; bulges: Bulge };
}

/**
 * What each corner of a counter-clockwise polygon is: 'inner' below 180° inside the room, 'outer' above, 'none' when it
 * turns by less than `straightBelowDeg`. The turn is measured between the tangents, and an end of an arc is always a
 * corner: where an arc joins smoothly its chord decides, and with a straight chord too it counts as inner.
 */
export function classifyCorners(
  points: readonly Point[],
  sides: readonly CornerSide[],
  straightBelowDeg: number,
): ('inner' | 'outer' | 'none')[] {
  const count = points.length;
  const straight = (straightBelowDeg * Math.PI) / 180;
  return turnsOf(points).map((chordTurn, index) => {
    const before = sides[(index + count - 1) % count]!;
    const after = sides[index]!;
    const turn = chordTurn - arcTurn(before) - arcTurn(after);
    if (Math.abs(turn) >= straight) {
      return turn > 0 ? 'inner' : 'outer';
    }
    if (!before.arc && !after.arc) {
      return 'none';
    }
    return chordTurn <= -straight ? 'outer' : 'inner';
  });
}

/** How much a closed polygon turns left at each of its points, in radians between −π and π. */
export function turnsOf(points: readonly Point[]): number[] {
  const count = points.length;
  return points.map((point, index) =>
    turnAt(points[(index + count - 1) % count]!, point, points[(index + 1) % count]!),
  );
}

/** Points of a closed polygon that turn by `straightBelowDeg` or more. */
export function countCorners(points: readonly Point[], straightBelowDeg: number): number {
  const straight = (straightBelowDeg * Math.PI) / 180;
  return turnsOf(points).filter((turn) => Math.abs(turn) >= straight).length;
}

/** The left turn of the way a → b → c in radians, between −π and π. */
function turnAt(a: Point, b: Point, c: Point): number {
  const inX = b.x - a.x;
  const inY = b.y - a.y;
  const outX = c.x - b.x;
  const outY = c.y - b.y;
  return Math.atan2(inX * outY - inY * outX, inX * outX + inY * outY);
}

/** How much an arc takes from the left turn at each of its ends, compared with its chord. */
function arcTurn({ arc }: CornerSide): number {
  return arc ? (arc.bulges === 'outward' ? arc.angleRad : -arc.angleRad) / 2 : 0;
}
