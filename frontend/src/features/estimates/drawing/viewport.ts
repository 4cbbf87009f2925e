import type { Point } from '@smet/estimating';

/** A place on the screen in pixels from the drawing's upper left corner. */
export interface Spot {
  x: number;
  y: number;
}

/** What of the room is shown: 1 fits all of it; the centre in metres of the room's frame. */
export interface Zoom {
  scale: number;
  centre: Point;
}

/** How the room lies on the screen at this moment; linear both ways. */
export interface ScreenView {
  toFrame: (spot: Spot) => Point;
  toScreen: (point: Point) => Spot;
}

const LEAST = 0.5;
const MOST = 24;
export const ZOOM_STEP = 1.4;

/** A view to move from: the zoom it was drawn with (null: the whole room) and the spot in its middle. */
export interface Viewport {
  zoom: Zoom | null;
  view: ScreenView;
  middle: Spot;
}

const scaleOf = ({ zoom }: Viewport): number => zoom?.scale ?? 1;
const limited = (value: number, least: number, most: number): number => Math.min(most, Math.max(least, value));
const within = (scale: number): number => limited(scale, LEAST, MOST);

/** What the room takes up, in metres of its frame. */
export interface Bounds {
  least: Point;
  most: Point;
}

/** Null where there is nothing. */
export function boundsOf(points: readonly Point[]): Bounds | null {
  if (points.length === 0) return null;
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  return {
    least: { x: Math.min(...xs), y: Math.min(...ys) },
    most: { x: Math.max(...xs), y: Math.max(...ys) },
  };
}

/** The middle of the drawing stays over the room: one that was pushed out of sight would be lost. */
export function clampZoom({ scale, centre }: Zoom, bounds: Bounds | null): Zoom {
  if (!bounds) return { scale, centre };
  const { least, most } = bounds;
  return { scale, centre: { x: limited(centre.x, least.x, most.x), y: limited(centre.y, least.y, most.y) } };
}

/** Moves the room with a finger that went from one spot to another. */
export function pan(viewport: Viewport, from: Spot, to: Spot): Zoom {
  const { view, middle } = viewport;
  return {
    scale: scaleOf(viewport),
    centre: view.toFrame({ x: middle.x - (to.x - from.x), y: middle.y - (to.y - from.y) }),
  };
}

/** Enlarges (factor above 1) or shrinks around a spot, which stays where it is unless it is moved to another one. */
export function zoomAt(viewport: Viewport, spot: Spot, factor: number, to: Spot = spot): Zoom {
  const { view, middle } = viewport;
  const scale = within(scaleOf(viewport) * factor);
  const fixed = view.toFrame(spot);
  const [start, end] = [view.toFrame(to), view.toFrame(middle)];
  const shrunk = scaleOf(viewport) / scale;
  return {
    scale,
    centre: { x: fixed.x - (start.x - end.x) * shrunk, y: fixed.y - (start.y - end.y) * shrunk },
  };
}

const between = ([a, b]: readonly [Spot, Spot]): Spot => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 });
const apart = ([a, b]: readonly [Spot, Spot]): number => Math.max(1, Math.hypot(a.x - b.x, a.y - b.y));

/** Two fingers that went from one pair of spots to another: what was between them stays between them. */
export function pinch(viewport: Viewport, from: readonly [Spot, Spot], to: readonly [Spot, Spot]): Zoom {
  return zoomAt(viewport, between(from), apart(to) / apart(from), between(to));
}

/** The same room shown with another zoom. */
export function shownWith(viewport: Viewport, zoom: Zoom): Viewport {
  const { view, middle } = viewport;
  const factor = zoom.scale / scaleOf(viewport);
  const centre = view.toScreen(zoom.centre);
  return {
    zoom,
    middle,
    view: {
      toScreen: (point) => {
        const { x, y } = view.toScreen(point);
        return { x: middle.x + (x - centre.x) * factor, y: middle.y + (y - centre.y) * factor };
      },
      toFrame: ({ x, y }) =>
        view.toFrame({ x: centre.x + (x - middle.x) / factor, y: centre.y + (y - middle.y) / factor }),
    },
  };
}

/**
 * Shows a picture drawn as the viewport has it as another zoom would have it, without drawing it anew: a transform for
 * SVG. Letters and lines grow with it, so it serves while fingers move.
 */
export function transformTo(viewport: Viewport, zoom: Zoom): string {
  const { view, middle } = viewport;
  const factor = zoom.scale / scaleOf(viewport);
  const centre = view.toScreen(zoom.centre);
  return `translate(${middle.x - factor * centre.x} ${middle.y - factor * centre.y}) scale(${factor})`;
}
