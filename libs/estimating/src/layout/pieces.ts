import { isInside } from '../geometry/inside.js';
import type { Point } from '../geometry/point.js';
import { distance } from '../geometry/point.js';
import { shoelaceArea } from '../geometry/polygon.js';
import type { BuiltRoom } from '../rooms/built-room.js';
import type { Canvas } from './canvas.js';

/**
 * The parts of a room that take a canvas each: levels from wall to wall leave several. Each has its own contour and
 * cut-outs and its share of the area and the perimeter; walls are those of the whole room, since directions are named
 * by them.
 */
export function piecesOf(room: BuiltRoom): BuiltRoom[] {
  if (!room.pieces) {
    return [room];
  }
  const parts = room.pieces.map((contour) => ({
    contour,
    cutouts: room.cutouts.filter((cutout) => cutout.contour.some((point) => isInside(point, contour))),
  }));
  const areas = parts.map(({ contour, cutouts }) =>
    cutouts.reduce((rest, cutout) => rest - shoelaceArea(cutout.contour), shoelaceArea(contour)),
  );
  const lengths = parts.map(({ contour, cutouts }) =>
    cutouts.reduce((sum, cutout) => sum + lengthOf(cutout.contour), lengthOf(contour)),
  );
  return parts.map((part, index) => ({
    ...room,
    ...part,
    areaM2: (room.areaM2 * areas[index]!) / sumOf(areas),
    perimeterM: (room.perimeterM * lengths[index]!) / sumOf(lengths),
  }));
}

/**
 * The canvases of the parts of a room as one: what is cut, welded and left over is summed. Shrink and direction are those
 * of the part with the most strips, the tightest of these: seams are welded in it.
 */
export function togetherOf(canvases: readonly Canvas[]): Canvas {
  if (canvases.length === 1) {
    return canvases[0]!;
  }
  const [lead] = canvases.toSorted((a, b) => b.strips - a.strips || a.shrink - b.shrink);
  const total = (measure: (canvas: Canvas) => number) => sumOf(canvases.map(measure));
  return {
    ...lead!,
    pieces: canvases.length,
    strips: total(({ strips }) => strips),
    sheets: canvases.flatMap(({ sheets }) => sheets),
    sheetLengthsM: canvases.flatMap(({ sheetLengthsM }) => sheetLengthsM),
    filmM2: total(({ filmM2 }) => filmM2),
    cutPieceM2: total(({ cutPieceM2 }) => cutPieceM2),
    offcutM2: total(({ offcutM2 }) => offcutM2),
    harpoonM: total(({ harpoonM }) => harpoonM),
    seams: canvases.flatMap(({ seams }) => seams),
    seamsM: canvases.flatMap(({ seamsM }) => seamsM),
    seamLengthM: total(({ seamLengthM }) => seamLengthM),
    parts: [...canvases],
  };
}

export function lengthOf(contour: readonly Point[]): number {
  return contour.reduce((sum, point, index) => sum + distance(point, contour[(index + 1) % contour.length]!), 0);
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}
