import { minWidth } from '../geometry/min-width.js';
import type { BuiltCutout, BuiltRoom } from './built-room.js';
import type { PlacedInset } from './insets.js';
import { restContours } from './rest-contours.js';
import { cutoutsAlongWalls, isAtWall } from './wall-cutouts.js';
import { withoutInsets } from './without-insets.js';

/** A base room without its levels: as it is measured, and as its canvas is laid out. */
export interface BaseRoom {
  rest: BuiltRoom;
  canvas: BuiltRoom;
}

/** What levels leave of a room; the room itself where it has none, and no column at a wall. */
export function baseRoom(room: BuiltRoom, insets: readonly PlacedInset[]): BaseRoom {
  const rest = withoutInsets(room, insets);
  const canvas = canvasRoom(rest, insets);
  // What decides the roll is the width of the canvas.
  return { rest: rest.minWidthM === canvas.minWidthM ? rest : { ...rest, minWidthM: canvas.minWidthM }, canvas };
}

/**
 * That room as its canvas is laid out: levels and columns along its walls make its contour smaller, levels may cut it in
 * pieces, and those away from the walls are openings. Where the lines cannot be joined, all are openings: the whole is
 * wider than its parts.
 */
function canvasRoom(rest: BuiltRoom, insets: readonly PlacedInset[]): BuiltRoom {
  const standing = cutoutsAlongWalls(rest);
  const taken = [...insets, ...standing];
  if (taken.length === 0) {
    return rest;
  }
  const { pieces, openings } = restContours(rest.contour, taken) ?? {
    pieces: [rest.contour],
    openings: taken.map(({ contour }) => contour),
  };
  const cutouts = [...rest.cutouts.filter((cutout) => !isAtWall(cutout)), ...openings.map(asOpening)];
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
