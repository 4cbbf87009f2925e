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

export function extentsFor(strips: number): SheetExtents {
  return { left: new Float64Array(strips), right: new Float64Array(strips) };
}

/**
 * Goes through the walls once, whatever the number of strips; cut-outs do not make a sheet shorter. A search does this
 * thousands of times, so nothing is made on the way.
 * @param into takes the extents of as many strips as there are.
 */
export function sheetExtents({ xs, ys }: TurnedContour, bands: Bands, into: SheetExtents): void {
  const { left, right } = into;
  left.fill(Infinity);
  right.fill(-Infinity);
  let from = xs.length - 1;
  for (let to = 0; to < xs.length; to += 1) {
    const lower = ys[to]! < ys[from]! ? to : from;
    const upper = lower === to ? from : to;
    addWall(xs[lower]!, ys[lower]!, xs[upper]! - xs[lower]!, ys[upper]! - ys[lower]!);
    from = to;
  }

  /** A wall from its lower end, and how far it goes along and up. */
  function addWall(x: number, y: number, along: number, up: number): void {
    const { first, step, strips, low, high } = bands;
    const slope = up > 0 ? along / up : 0;
    const start = Math.max(0, Math.floor((y - first - TOUCH_M) / step));
    const end = Math.min(strips - 1, Math.floor((y + up - first + TOUCH_M) / step));
    for (let strip = start; strip <= end; strip += 1) {
      const bottom = Math.max(low, first + strip * step) + TOUCH_M;
      const top = Math.min(high, first + (strip + 1) * step) - TOUCH_M;
      if (y + up < bottom || y > top) {
        continue;
      }
      const lowX = y < bottom ? x + (bottom - y) * slope : x;
      const highX = y + up > top ? x + (top - y) * slope : x + along;
      left[strip] = Math.min(left[strip]!, lowX, highX);
      right[strip] = Math.max(right[strip]!, lowX, highX);
    }
  }
}
