import { minWidth } from '../geometry/min-width.js';
import type { BuiltCutout, BuiltRoom, CornerKind } from './built-room.js';
import type { PlacedInset } from './insets.js';
import { restContours } from './rest-contours.js';

/** A base room without its levels: as it is measured, and as its canvas is laid out. */
export interface BaseRoom {
  rest: BuiltRoom;
  canvas: BuiltRoom;
}

/** What levels leave of a room; the room itself where it has none. */
export function baseRoom(room: BuiltRoom, insets: readonly PlacedInset[]): BaseRoom {
  const rest = withoutInsets(room, insets);
  const canvas = canvasRoom(rest, insets);
  // What decides the roll is the width of the canvas.
  return { rest: rest.minWidthM === canvas.minWidthM ? rest : { ...rest, minWidthM: canvas.minWidthM }, canvas };
}

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

/**
 * That room as its canvas is laid out: levels along its walls make its contour smaller or cut it in pieces, those away
 * from them are openings. Where the lines cannot be joined, every level is an opening: the whole is wider than its parts.
 */
function canvasRoom(rest: BuiltRoom, insets: readonly PlacedInset[]): BuiltRoom {
  if (insets.length === 0) {
    return rest;
  }
  const { pieces, openings } = restContours(rest.contour, insets) ?? {
    pieces: [rest.contour],
    openings: insets.map(({ contour }) => contour),
  };
  const cutouts = [...rest.cutouts, ...openings.map(asOpening)];
  const minWidthM = Math.max(...pieces.map((piece) => minWidth(piece).widthM));
  return pieces.length === 1
    ? { ...rest, contour: pieces[0]!, cutouts, minWidthM }
    : { ...rest, pieces, cutouts, minWidthM };
}

/** Measured with the rest already: the layout asks only where it lies. */
function asOpening(contour: BuiltCutout['contour']): BuiltCutout {
  const unmeasured = { areaM2: 0, perimeterM: 0, curvedM: 0, corners: 0 };
  return { id: '', purpose: 'opening', kind: 'polygon', contour, ...unmeasured };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
