import { isInside } from '../geometry/inside.js';
import type { Point } from '../geometry/point.js';
import { shoelaceArea } from '../geometry/polygon.js';
import { distanceToLine } from '../geometry/segment.js';
import { clipBand } from './clip-lines.js';
import type { Lines } from './clip-lines.js';
import type {
  CutPoint,
  CuttingCorner,
  CuttingPart,
  CuttingSeam,
  CuttingStrip,
  CuttingThing,
  CuttingWeld,
  NumberedPoint,
} from './cutting-sheet.js';

/** A piece on the table and which of its strips is to be cut. */
export interface StripToCut {
  number: number;
  rollMm: number;
  allowanceMm: number;
  lines: Lines;
  seams: readonly CuttingSeam[];
  corners: readonly CuttingCorner[];
  things: readonly CuttingThing[];
}

/** So far from what is cut a corner may be and still be named at it: levels may end 5 mm off a wall. */
const NEAR_MM = 6;

export function cutStrip(piece: StripToCut): CuttingStrip {
  const { number, rollMm, allowanceMm, lines, seams, corners, things } = piece;
  const low = (number - 1) * rollMm;
  const pieces = clipBand(lines, low, low + rollMm);
  const xs = pieces.flatMap((line) => line.map(({ x }) => x));
  const [left, right] = [xs.reduce((a, b) => Math.min(a, b), Infinity), xs.reduce((a, b) => Math.max(a, b), -Infinity)];
  const here = <P extends Point>(point: P): P => ({ ...point, x: point.x - left, y: point.y - low });
  const parts = partsOf(pieces.map((line) => line.map(here)));
  const near = NEAR_MM + allowanceMm;
  const own = corners
    .map(here)
    .filter((corner) => parts.some(({ outline }) => distanceToLine(corner, outline) <= near));
  return {
    number,
    lengthMm: right - left,
    at: { x: left, y: low },
    parts,
    welds: weldsOf(seams, number, here),
    corners: own,
    things: things
      .filter(({ points }) => points.length === 1 && points[0]!.y >= low && points[0]!.y < low + rollMm)
      .map((thing) => ({ ...thing, points: thing.points.map(here) })),
    points: pointsOf(parts, own),
  };
}

/** The outlines, each with the holes within it, from left to right. */
function partsOf(lines: Lines): CuttingPart[] {
  const holes = lines.filter((line) => shoelaceArea(line) < 0);
  return lines
    .filter((line) => shoelaceArea(line) > 0)
    .map((outline) => {
      const own = holes.filter((hole) => isInside(hole[0]!, outline));
      const areaMm2 = own.reduce((sum, hole) => sum + shoelaceArea(hole), shoelaceArea(outline));
      return { outline: fromLeftmost(outline), holes: own.map(fromLeftmost), areaMm2 };
    })
    .sort((a, b) => a.outline[0]!.x - b.outline[0]!.x || a.outline[0]!.y - b.outline[0]!.y);
}

/** The same line from its leftmost point on, the lowest of several. */
function fromLeftmost(line: readonly CutPoint[]): CutPoint[] {
  const left = line.reduce((best, point) => {
    const apart = point.x - best.x;
    return apart < -NEAR_ZERO || (apart < NEAR_ZERO && point.y < best.y) ? point : best;
  });
  const start = line.indexOf(left);
  return [...line.slice(start), ...line.slice(0, start)];
}

const NEAR_ZERO = 1e-6;

function weldsOf(seams: readonly CuttingSeam[], strip: number, here: (point: Point) => Point): CuttingWeld[] {
  return seams
    .filter(({ strips }) => strips.includes(strip))
    .map(({ number, strips: [below, above], from, to }) => ({
      seam: number,
      edge: below === strip ? 'high' : 'low',
      toStrip: below === strip ? above : below,
      from: here(from),
      to: here(to),
    }));
}

function pointsOf(parts: readonly CuttingPart[], corners: readonly CuttingCorner[]): NumberedPoint[] {
  const points = parts.flatMap(({ outline, holes }, part) =>
    [outline, ...holes].flatMap((line, index) =>
      line.filter(({ isBetween }) => !isBetween).map(({ x, y }) => ({ x, y, part, line: index })),
    ),
  );
  return points.map((point, index) => ({
    number: index + 1,
    ...point,
    letter: corners.find(({ x, y }) => Math.hypot(x - point.x, y - point.y) <= NEAR_MM)?.letter ?? '',
  }));
}
