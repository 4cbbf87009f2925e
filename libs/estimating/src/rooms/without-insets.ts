import { minWidth } from '../geometry/min-width.js';
import type { BuiltCutout, BuiltRoom, CornerKind } from './built-room.js';
import type { PlacedInset } from './insets.js';
import { restContours } from './rest-contours.js';

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
  const covered = new Set(insets.flatMap(({ coveredCorners }) => coveredCorners));
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

/**
 * That room as its canvas is laid out: levels along its walls make its contour smaller, those away from them are
 * openings. Where levels cut it in two, each part is narrower than the whole, whose contour is kept to be safe.
 */
export function canvasRoom(rest: BuiltRoom, insets: readonly PlacedInset[]): BuiltRoom {
  if (insets.length === 0) {
    return rest;
  }
  const contours = insets.map(({ contour }) => contour);
  const { contour, openings } = restContours(rest.contour, contours) ?? {
    contour: rest.contour,
    openings: contours,
  };
  const cutouts = [...rest.cutouts, ...openings.map(asOpening)];
  return { ...rest, contour, cutouts, minWidthM: minWidth(contour).widthM };
}

/** Measured with the rest already: the layout asks only where it lies. */
function asOpening(contour: BuiltCutout['contour']): BuiltCutout {
  const unmeasured = { areaM2: 0, perimeterM: 0, curvedM: 0, corners: 0 };
  return { id: '', purpose: 'opening', kind: 'polygon', contour, ...unmeasured };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
