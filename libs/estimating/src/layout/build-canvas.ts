import type { Point } from '../geometry/point.js';
import type { BuiltRoom } from '../rooms/built-room.js';
import type { Canvas, CanvasSeam, CanvasSheet } from './canvas.js';
import { canvasContours, seamLevels } from './layout.js';
import type { Layout } from './layout.js';
import { lengthOf } from './pieces.js';
import { seamPieces } from './seam-lines.js';
import { extentsFor, sheetExtents } from './sheet-extents.js';
import { extentOf } from './site.js';
import type { TurnedContour } from './turned-room.js';
import { turnBack } from './turned-room.js';

/** Measures the layout that was chosen: sheets, seams, what is cut and what is left over. */
export function buildCanvas(layout: Layout): Canvas {
  const { site, way, fit } = layout;
  const { room, film, roll, rule } = site;
  const contours = canvasContours(room, way.direction);
  const sheets = sheetsOf(layout, contours[0]!);
  const lines = seamLevels(layout).map((level) => seamsAt(level, contours, way.direction));
  const seamsM = lines.map((seams) => sumOf(seams)).filter((lengthM) => lengthM > 0);
  const filmM2 = sumOf(sheets) * rule.rollM;
  const cutPieceM2 = room.areaM2 * fit.shrinkAlong * fit.shrink + lengthOf(room.contour) * film.allowanceM;
  return {
    film,
    rollM: roll,
    pieces: 1,
    strips: fit.strips,
    shrink: fit.shrink,
    shrinkAlong: fit.shrinkAlong,
    direction: way.direction,
    sheets,
    sheetLengthsM: sheets.map(({ lengthM }) => lengthM),
    filmM2,
    cutPieceM2,
    offcutM2: filmM2 - cutPieceM2,
    harpoonM: film.material === 'pvc' ? shrunkPerimeter(room, contours, layout) : 0,
    seams: lines.flat(),
    seamsM,
    seamLengthM: seamsM.reduce((sum, seam) => sum + seam, 0),
  };
}

function sheetsOf({ site, way, fit, placed }: Layout, contour: TurnedContour): CanvasSheet[] {
  const { film, rollM } = site.rule;
  const step = rollM / fit.shrink;
  const { low, high } = extentOf(site.hull, way.direction);
  const { left, right } = extentsFor(fit.strips);
  sheetExtents(contour, { first: placed.first, step, strips: fit.strips, low, high }, { left, right });
  const allowance = film.allowanceM / fit.shrinkAlong;
  return Array.from({ length: fit.strips }, (_, strip) => {
    const bottom = placed.first + strip * step;
    const [start, end] = [left[strip]! - allowance, right[strip]! + allowance];
    const corners: [number, number][] = [
      [start, bottom],
      [end, bottom],
      [end, bottom + step],
      [start, bottom + step],
    ];
    return {
      lengthM: (end - start) * fit.shrinkAlong,
      outline: corners.map(([x, y]) => turnBack(x, y, way.direction)),
    };
  });
}

function seamsAt(level: number, contours: readonly TurnedContour[], direction: Point): CanvasSeam[] {
  return seamPieces(contours, level).map(([from, to]) => ({
    from: turnBack(from, level, direction),
    to: turnBack(to, level, direction),
    lengthM: to - from,
  }));
}

/** The edge of the canvas as it is cut; where it shrinks alike in both directions that is k of the perimeter. */
function shrunkPerimeter({ perimeterM }: BuiltRoom, contours: readonly TurnedContour[], { fit }: Layout): number {
  const { shrink, shrinkAlong } = fit;
  if (shrink === shrinkAlong) {
    return perimeterM * shrink;
  }
  const along = contours.flatMap((contour) => chordsOf(contour));
  const cut = along.reduce((sum, { x, y }) => sum + Math.hypot(x * shrinkAlong, y * shrink), 0);
  return (perimeterM * cut) / along.reduce((sum, { x, y }) => sum + Math.hypot(x, y), 0);
}

function chordsOf({ xs, ys }: TurnedContour): Point[] {
  return Array.from(xs, (x, index) => {
    const next = (index + 1) % xs.length;
    return { x: xs[next]! - x, y: ys[next]! - ys[index]! };
  });
}

function sumOf(lengths: readonly { lengthM: number }[]): number {
  return lengths.reduce((sum, { lengthM }) => sum + lengthM, 0);
}
