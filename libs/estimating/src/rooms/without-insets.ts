import type { BuiltRoom, CornerKind } from './built-room.js';
import type { PlacedInset } from './insets.js';

/**
 * What is left of a base room: without what its levels cover of its area, its walls (their lengths; corners stay where
 * they are) and its corners, and with the lines where they begin. Corners of a level are none of the base. Its contour
 * is still that of the whole room.
 */
export function withoutInsets(room: BuiltRoom, insets: readonly PlacedInset[]): BuiltRoom {
  if (insets.length === 0) {
    return room;
  }
  const sharedM = room.walls.map((_, side) => sum(insets.map((inset) => inset.sharedM[side]!)));
  const curved = new Set(room.curves.flatMap(({ walls }) => walls));
  const sharedCurvedM = sum(sharedM.filter((_, side) => room.walls[side]!.arc || curved.has(side)));
  const covered = coveredCorners(room, insets);
  const lost = (kind: CornerKind) => [...covered].filter((corner) => room.corners[corner] === kind).length;
  return {
    ...room,
    walls: room.walls.map((wall, side) => ({ ...wall, lengthM: Math.max(0, wall.lengthM - sharedM[side]!) })),
    curves: room.curves.map((curve) => ({
      ...curve,
      lengthM: Math.max(0, curve.lengthM - sum(curve.walls.map((side) => sharedM[side]!))),
    })),
    corners: room.corners.map((kind, corner) => (covered.has(corner) ? 'none' : kind)),
    innerCorners: room.innerCorners - lost('inner'),
    outerCorners: room.outerCorners - lost('outer'),
    areaM2: room.areaM2 - sum(insets.map(({ areaM2 }) => areaM2)),
    perimeterM: room.perimeterM - sum(sharedM) + sum(insets.map(({ freeM }) => freeM)),
    arcLengthM: room.arcLengthM - sharedCurvedM + sum(insets.map(({ freeCurvedM }) => freeCurvedM)),
  };
}

/** Corners both walls of which are covered where they meet, by one level or by two: the room has none there any more. */
function coveredCorners({ walls }: BuiltRoom, insets: readonly PlacedInset[]): Set<number> {
  const starts = new Set(insets.flatMap(({ coveredStarts }) => coveredStarts));
  const ends = new Set(insets.flatMap(({ coveredEnds }) => coveredEnds));
  return new Set(
    [...walls.keys()].filter((side) => starts.has(side) && ends.has((side + walls.length - 1) % walls.length)),
  );
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
