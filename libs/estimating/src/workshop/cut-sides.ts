import type { Point } from '../geometry/point.js';
import type { Canvas } from '../layout/canvas.js';
import type { BuiltRoom } from '../rooms/built-room.js';
import type { LinePoint } from './cut-line.js';
import type { CuttingSide } from './cutting-sheet.js';

/** How a piece of the room comes to lie on the table. */
interface Laid {
  canvas: Pick<Canvas, 'shrink' | 'shrinkAlong' | 'direction'>;
  isFlipped: boolean;
  place: (point: Point) => Point;
}

/** Each stretch of wall along the line of a piece; a level that lies between leaves two of one wall. */
export function sidesOf(line: readonly LinePoint[], { walls }: BuiltRoom, laid: Laid): CuttingSide[] {
  return runsOf(line).flatMap(({ wall, points }) =>
    wall === null ? [] : [{ label: walls[wall]!.label, ...measured(points, laid) }],
  );
}

interface Run {
  wall: number | null;
  /** From one end to the other. */
  points: Point[];
}

function runsOf(line: readonly LinePoint[]): Run[] {
  const count = line.length;
  const start = line.findIndex(({ wall }, index) => wall !== line.at(index - 1)!.wall);
  const runs: Run[] = [];
  for (let step = 0; step < count; step += 1) {
    const point = line[(start + step + count) % count]!;
    if (runs.at(-1)?.wall === point.wall) {
      runs.at(-1)!.points.push(point);
    } else {
      runs.at(-1)?.points.push(point);
      runs.push({ wall: point.wall, points: [point] });
    }
  }
  runs.at(-1)?.points.push(line[(start + count) % count]!);
  return runs;
}

function measured(points: readonly Point[], { canvas, isFlipped, place }: Laid): Omit<CuttingSide, 'label'> {
  const { shrinkAlong: kx, shrink: ky, direction } = canvas;
  let [roomM, cutM] = [0, 0];
  points.slice(1).forEach((point, index) => {
    const [x, y] = [point.x - points[index]!.x, point.y - points[index]!.y];
    roomM += Math.hypot(x, y);
    cutM += Math.hypot((x * direction.x + y * direction.y) * kx, (y * direction.x - x * direction.y) * ky);
  });
  const [before, after] = [points[Math.floor((points.length - 1) / 2)]!, points[Math.ceil((points.length - 1) / 2)]!];
  const [start, end] = [place(only(points[0]!)), place(only(points.at(-1)!))];
  return {
    roomMm: roomM * 1000,
    cutMm: cutM * 1000,
    from: isFlipped ? end : start,
    middle: place({ x: (before.x + after.x) / 2, y: (before.y + after.y) / 2 }),
    to: isFlipped ? start : end,
  };
}

function only({ x, y }: Point): Point {
  return { x, y };
}
