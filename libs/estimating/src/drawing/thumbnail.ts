import type { Point } from '../geometry/point.js';
import type { Lettering } from '../shape/room-shape.js';
import type { Outline } from './outline.js';
import { pathOf } from './paths.js';
import { extentOf } from './view.js';

interface FigureFrame {
  width: number;
  height: number;
  /** Which way round the corners run; counter-clockwise when absent. */
  lettered?: Lettering;
  /** An open line when false. */
  isClosed?: boolean;
}

/** Only the outline, for a list. */
export function thumbnailPath({ contour, corners, lettered }: Outline, width: number, height: number): string {
  const isClosed = contour.length > 0;
  return figurePath(isClosed ? contour : corners.map(({ at }) => at), { width, height, lettered, isClosed });
}

/** A figure fitted into a small frame, without letters. */
export function figurePath(points: readonly Point[], frame: FigureFrame): string {
  const { width, height, lettered = 'counter-clockwise', isClosed = true } = frame;
  const extent = extentOf(points);
  const scale = Math.min(width / Math.max(extent.width, 0.1), height / Math.max(extent.height, 0.1));
  const [dx, dy] = [(width - extent.width * scale) / 2, (height - extent.height * scale) / 2];
  const down = (y: number): number => (lettered === 'clockwise' ? y - extent.y : extent.y + extent.height - y);
  const tenth = (value: number): number => Math.round(value * 10) / 10;
  const spots = points.map(({ x, y }) => ({
    x: tenth(dx + (x - extent.x) * scale),
    y: tenth(dy + down(y) * scale),
  }));
  return pathOf(spots, isClosed);
}
