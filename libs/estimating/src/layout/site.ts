import type { Point } from '../geometry/point.js';
import type { BuiltRoom } from '../rooms/built-room.js';
import type { RollWidth } from '../rules/roll-width.js';
import type { Film } from '../rules/rule-set.js';
import type { CanvasPrices } from './canvas.js';
import type { StripRule } from './strip-fit.js';
import type { Way } from './ways.js';

/** What is asked of a layout, whatever the roll. */
export interface Task {
  room: BuiltRoom;
  hull: Point[];
  film: Film;
  /** Directions to try. When any direction may be taken, those of the hull are among them. */
  ways: Way[];
  anyDirection: boolean;
  sliverM: number;
  /** A seam runs through this point, in metres. */
  seamThrough: Point | null;
  /** Cheapest: rather a seam than dear film. */
  cheapest: boolean;
}

/** A task on one of the film's rolls. */
export interface Site extends Task {
  roll: RollWidth;
  rule: StripRule;
  /** Of a square metre of this roll and of a metre of seam; film counts alone when there are no prices. */
  filmPrice: number;
  seamPrice: number;
}

export function siteOn(roll: RollWidth, task: Task, prices: CanvasPrices | null): Site {
  const { room, hull, film, ways, anyDirection, sliverM, seamThrough, cheapest } = task;
  return {
    room,
    hull,
    film,
    ways,
    anyDirection,
    sliverM,
    seamThrough,
    cheapest,
    roll,
    rule: { film, rollM: Number(roll), sliverM },
    filmPrice: prices?.filmPerM2Minor[roll] ?? 1,
    seamPrice: prices?.seamPerMMinor ?? 0,
  };
}

/** How far a room reaches along a direction and across it. */
export interface Extent {
  left: number;
  right: number;
  low: number;
  high: number;
}

export function extentOf(hull: readonly Point[], { x: cos, y: sin }: Point): Extent {
  const extent = { left: Infinity, right: -Infinity, low: Infinity, high: -Infinity };
  for (const { x, y } of hull) {
    const along = x * cos + y * sin;
    const across = y * cos - x * sin;
    extent.left = Math.min(extent.left, along);
    extent.right = Math.max(extent.right, along);
    extent.low = Math.min(extent.low, across);
    extent.high = Math.max(extent.high, across);
  }
  return extent;
}

/** The least height of the room across the directions of a task. */
export function leastHeight({ hull, ways }: Task): number {
  const heights = ways.map(({ direction }) => {
    const { low, high } = extentOf(hull, direction);
    return high - low;
  });
  return Math.min(...heights);
}
