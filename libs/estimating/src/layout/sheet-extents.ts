import type { TurnedContour } from './turned-room.js';

/** Where strips lie across a room: each is `step` wide, the first one from `first` up. */
export interface Bands {
  first: number;
  step: number;
  strips: number;
  /** Where the room itself begins and ends. */
  low: number;
  high: number;
}

/** How far the room reaches along the strips, in each of them. */
export interface SheetExtents {
  left: Float64Array;
  right: Float64Array;
}

/** A wall that only touches the edge of a strip, within a nanometre, is not inside it. */
const TOUCH_M = 1e-9;

/** Goes through the walls once, whatever the number of strips; cut-outs do not make a sheet shorter. */
export function sheetExtents({ xs, ys }: TurnedContour, bands: Bands): SheetExtents {
  const extents = {
    left: new Float64Array(bands.strips).fill(Infinity),
    right: new Float64Array(bands.strips).fill(-Infinity),
  };
  let from = xs.length - 1;
  for (let to = 0; to < xs.length; to += 1) {
    const rises = ys[to]! >= ys[from]!;
    const [lower, upper] = rises ? [from, to] : [to, from];
    const wall = { lowX: xs[lower]!, lowY: ys[lower]!, highX: xs[upper]!, highY: ys[upper]! };
    addWall(wall, bands, extents);
    from = to;
  }
  return extents;
}

interface RisingWall {
  lowX: number;
  lowY: number;
  highX: number;
  highY: number;
}

function addWall(wall: RisingWall, bands: Bands, { left, right }: SheetExtents): void {
  const { first, step, strips, low, high } = bands;
  const slope = wall.highY > wall.lowY ? (wall.highX - wall.lowX) / (wall.highY - wall.lowY) : 0;
  const start = Math.max(0, Math.floor((wall.lowY - first - TOUCH_M) / step));
  const end = Math.min(strips - 1, Math.floor((wall.highY - first + TOUCH_M) / step));
  for (let strip = start; strip <= end; strip += 1) {
    const bottom = Math.max(low, first + strip * step) + TOUCH_M;
    const top = Math.min(high, first + (strip + 1) * step) - TOUCH_M;
    if (wall.highY < bottom || wall.lowY > top) {
      continue;
    }
    const lowX = wall.lowY < bottom ? wall.lowX + (bottom - wall.lowY) * slope : wall.lowX;
    const highX = wall.highY > top ? wall.highX - (wall.highY - top) * slope : wall.highX;
    left[strip] = Math.min(left[strip]!, lowX, highX);
    right[strip] = Math.max(right[strip]!, lowX, highX);
  }
}
