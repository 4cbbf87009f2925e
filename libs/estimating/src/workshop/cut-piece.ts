import { cornerLabel } from '../geometry/labels.js';
import { isInside } from '../geometry/inside.js';
import { distance } from '../geometry/point.js';
import type { Point } from '../geometry/point.js';
import { shoelaceArea } from '../geometry/polygon.js';
import { distanceToLine } from '../geometry/segment.js';
import type { Canvas } from '../layout/canvas.js';
import { seamPieces } from '../layout/seam-lines.js';
import { turnBack, turnContour } from '../layout/turned-room.js';
import type { PlanObject } from '../plan/room-plan.js';
import type { BuiltRoom } from '../rooms/built-room.js';
import { enlarged } from './allowance.js';
import { clipBand } from './clip-lines.js';
import { fineHole, fineLine } from './cut-line.js';
import type { Curve } from './cut-line.js';
import { sidesOf } from './cut-sides.js';
import { cutStrip } from './cut-strip.js';
import type { CutPoint, CuttingCorner, CuttingPiece, CuttingSeam, CuttingThing } from './cutting-sheet.js';
import { acrossOf, reachOf, tableOf } from './table.js';
import type { Table } from './table.js';

/** A piece of a room and the canvas that was laid out for it. */
export interface PieceToCut {
  number: number;
  room: BuiltRoom;
  canvas: Canvas;
  curves: readonly Curve[];
  objects: readonly PlanObject[];
  mirrored: boolean;
}

/** A corner lies on the line of a piece though a level that ends there lies 5 mm off its wall. */
const AT_CORNER_M = 0.006;

export function cutPiece({ number, room, canvas, curves, objects, mirrored }: PieceToCut): CuttingPiece {
  const { film, direction, shrink: ky, shrinkAlong: kx, strips: count } = canvas;
  const isTrimmed = film.allowanceM > 0;
  const line = fineLine(room.contour, room, curves);
  const holes = room.cutouts.map((cutout) => fineHole(cutout, curves));
  const { left, right } = reachOf(line, direction);
  // Lettered clockwise, the frame of a room is turned over already against the view from above.
  const isFlipped = mirrored !== (room.lettered === 'clockwise');
  const allowance = film.allowanceM;
  const table = tableOf({ canvas, isFlipped, left: left - allowance, right: right + allowance });
  const walls = table.placeLine(line).map(withoutWall);
  const onTable = holes.map((hole) => table.placeLine(hole));
  const outer = isTrimmed ? enlarged(walls, allowance * 1000) : walls;
  const rollMm = Number(canvas.rollM) * 1000;
  const lines = clipBand([outer, ...(isTrimmed ? [] : onTable)], 0, count * rollMm);
  const seams = seamsOf([line, ...holes], canvas, table);
  const corners = cornersOf(room, walls, table);
  const things = thingsOf(objects, room, table);
  const outline = lines.toSorted((a, b) => shoelaceArea(b) - shoelaceArea(a))[0]!;
  return {
    number,
    kx,
    ky,
    lengthMm: (right - left + 2 * allowance) * kx * 1000,
    outline,
    holes: lines.filter((other) => shoelaceArea(other) < 0),
    areaMm2: lines.reduce((sum, other) => sum + shoelaceArea(other), 0),
    walls: isTrimmed ? walls : null,
    holesOnSite: isTrimmed ? onTable : [],
    strips: Array.from({ length: count }, (_, index) =>
      cutStrip({ number: index + 1, rollMm, allowanceMm: allowance * 1000, lines, seams, corners, things }),
    ),
    seams,
    corners,
    things,
    sides: sidesOf(line, room, { canvas, isFlipped, place: table.place }),
  };
}

function withoutWall({ x, y, isBetween }: CutPoint): CutPoint {
  return isBetween ? { x, y, isBetween } : { x, y };
}

/** Seams between the fine lines, so that they end where the canvas does. */
function seamsOf(lines: readonly (readonly Point[])[], canvas: Canvas, table: Table): CuttingSeam[] {
  const { direction, sheets, shrinkAlong } = canvas;
  const contours = lines.map((line) => turnContour(line, direction));
  const seams = sheets.slice(1).flatMap(({ outline }, index) => {
    const level = acrossOf(outline[0]!, direction);
    return seamPieces(contours, level).map(([from, to]) => ({
      ends: [from, to].map((along) => table.place(turnBack(along, level, direction))).sort((a, b) => a.x - b.x),
      lengthMm: (to - from) * shrinkAlong * 1000,
      strips: [index + 1, index + 2] as [number, number],
    }));
  });
  return seams
    .sort((a, b) => a.strips[0] - b.strips[0] || a.ends[0]!.x - b.ends[0]!.x)
    .map(({ ends, ...seam }, index) => ({ number: index + 1, from: ends[0]!, to: ends[1]!, ...seam }));
}

function cornersOf({ vertices, contour }: BuiltRoom, walls: readonly Point[], { place }: Table): CuttingCorner[] {
  return vertices.flatMap((vertex, index) => {
    const at = place(vertex);
    const isHere = distanceToLine(vertex, contour) <= AT_CORNER_M;
    return isHere ? [{ letter: cornerLabel(index), ...at, inward: inwardAt(at, walls) }] : [];
  });
}

/** Half way between the two edges that meet in the point of the line nearest to a corner. */
function inwardAt(corner: Point, line: readonly Point[]): Point {
  const apart = line.map((point) => distance(point, corner));
  const index = apart.indexOf(Math.min(...apart));
  const [before, at, after] = [line.at(index - 1)!, line[index]!, line[(index + 1) % line.length]!];
  const [come, go] = [distance(before, at), distance(at, after)];
  const x = -(at.y - before.y) / come - (after.y - at.y) / go;
  const y = (at.x - before.x) / come + (after.x - at.x) / go;
  const length = Math.hypot(x, y);
  return length === 0 ? { x: 0, y: 1 } : { x: x / length, y: y / length };
}

/** What of the plan begins within the piece. */
function thingsOf(objects: readonly PlanObject[], { contour }: BuiltRoom, { place }: Table): CuttingThing[] {
  return objects.flatMap((object) => {
    const points = ('atMm' in object ? [object.atMm] : object.pointsMm).map(({ x, y }) => ({
      x: x / 1000,
      y: y / 1000,
    }));
    const isHere = points[0] !== undefined && isInside(points[0], contour);
    return isHere ? [{ id: object.id, kind: object.kind, points: points.map(place) }] : [];
  });
}
