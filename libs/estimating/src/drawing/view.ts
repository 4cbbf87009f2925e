import type { Point } from '../geometry/point.js';
import type { Lettering } from '../shape/room-shape.js';
import type { Box, Spot } from './screen.js';

/** The size of the picture in pixels and what of the room it shows. */
export interface Frame {
  width: number;
  height: number;
  /** The whole room when absent. */
  zoom?: Zoom;
}

export interface Zoom {
  /** 1 fits the whole room; 2 shows it twice as large. */
  scale: number;
  /** The place of the room in the middle of the picture, metres. */
  centre: Point;
}

/** How the frame of the room lies on the screen. */
export interface View {
  /** Pixels per metre. */
  scale: number;
  /** Lettered clockwise: y of the frame points down on the screen as well. */
  isMirrored: boolean;
  toScreen: (point: Point) => Spot;
  /** The opposite of toScreen: from a pointer to metres of the frame. */
  toFrame: (spot: Spot) => Point;
  /** Where labels may stand. */
  box: Box;
}

/** Room for letters and lengths around the figure. */
const MARGIN = 46;
/** Of a small picture the margin takes this part, so that something is left for the room. */
const MARGIN_SHARE = 0.16;
/** A figure smaller than this many metres is not blown up any further. */
const SMALLEST_M = 0.5;
const EDGE = 2;

/** Fits points into a picture; y of a room lettered counter-clockwise points up. */
export function fitView(points: readonly Point[], lettered: Lettering, frame: Frame): View {
  const isMirrored = lettered === 'clockwise';
  const { width, height, zoom } = { ...frame, width: Math.max(1, frame.width), height: Math.max(1, frame.height) };
  const extent = extentOf(points);
  // On half pixels, so that the outermost walls are not moved when they are made crisp.
  const margin = Math.floor(Math.min(MARGIN, MARGIN_SHARE * Math.min(width, height))) + 0.5;
  const fitting = Math.min(
    (width - 2 * margin) / Math.max(extent.width, SMALLEST_M),
    (height - 2 * margin) / Math.max(extent.height, SMALLEST_M),
  );
  const scale = fitting * (zoom?.scale ?? 1);
  const centre = zoom?.centre ?? { x: extent.x + extent.width / 2, y: extent.y + extent.height / 2 };
  const down = isMirrored ? 1 : -1;
  return {
    scale,
    isMirrored,
    toScreen: ({ x, y }) => ({
      x: width / 2 + (x - centre.x) * scale,
      y: height / 2 + (y - centre.y) * scale * down,
    }),
    toFrame: ({ x, y }) => ({
      x: centre.x + (x - width / 2) / scale,
      y: centre.y + ((y - height / 2) / scale) * down,
    }),
    box: { x: EDGE, y: EDGE, width: Math.max(1, width - 2 * EDGE), height: Math.max(1, height - 2 * EDGE) },
  };
}

/** The smallest box around points; empty at the origin when there are none. */
export function extentOf(points: readonly Point[]): Box {
  if (points.length === 0) {
    return { x: 0, y: 0, width: 0, height: 0 };
  }
  let [left, right, low, high] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const { x, y } of points) {
    left = Math.min(left, x);
    right = Math.max(right, x);
    low = Math.min(low, y);
    high = Math.max(high, y);
  }
  return { x: left, y: low, width: right - left, height: high - low };
}

/** Walls this near to level or upright, in pixels, are drawn so. */
const SQUARE_PX = 1;

/**
 * Puts the ends of level and upright walls on half pixels: readings are never quite square, and a line of one or two
 * pixels is crisp only there. Ends of slanting walls stay where they are.
 * @param spots the corners on the screen.
 * @param edges pairs of positions in `spots` that are joined by a wall.
 */
export function snapSpots(spots: readonly Spot[], edges: readonly (readonly [number, number])[]): Spot[] {
  const level = edges.filter(([a, b]) => Math.abs(spots[a]!.y - spots[b]!.y) <= SQUARE_PX).flat();
  const upright = edges.filter(([a, b]) => Math.abs(spots[a]!.x - spots[b]!.x) <= SQUARE_PX).flat();
  const snapX = snapper(upright.map((at) => spots[at]!.x));
  const snapY = snapper(level.map((at) => spots[at]!.y));
  const [levelEnds, uprightEnds] = [new Set(level), new Set(upright)];
  return spots.map(({ x, y }, at) => ({
    x: uprightEnds.has(at) ? snapX(x) : x,
    y: levelEnds.has(at) ? snapY(y) : y,
  }));
}

/** What is within a pixel of one line is drawn on it. */
function snapper(values: readonly number[]): (value: number) => number {
  const lines: number[] = [];
  for (const value of [...values].sort((a, b) => a - b)) {
    if (lines.length === 0 || value - lines.at(-1)! > SQUARE_PX) {
      lines.push(value);
    }
  }
  return (value) => Math.floor(lines.find((line) => Math.abs(value - line) <= SQUARE_PX) ?? value) + 0.5;
}
