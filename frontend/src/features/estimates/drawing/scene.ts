import type { Point } from '@smet/estimating';
import type { Outline, OutlineEdge } from './outline';
import { labelSize, placeLabels } from './place-labels';
import type { Box, LabelWish, PlacedLabel, Segment, Spot } from './place-labels';

export interface Scene {
  contour: string;
  walls: { path: string; index: number }[];
  diagonals: { line: Segment; index: number }[];
  corners: Spot[];
  cornerLabels: PlacedLabel[];
  wallLabels: PlacedLabel[];
  diagonalLabels: PlacedLabel[];
}

const MARGIN = 46;
const CORNER_FONT = 14;
const LENGTH_FONT = 13;
/** A figure smaller than this many metres is not blown up any further. */
const SMALLEST_M = 0.5;

interface View {
  toScreen: (point: Point) => Spot;
  frame: Box;
}

/** Readings are never quite square: what is within a pixel of one line is drawn on it, on half pixels for crispness. */
function snapper(values: number[]): (value: number) => number {
  const lines: number[] = [];
  for (const value of [...values].sort((a, b) => a - b)) {
    if (lines.length === 0 || value - lines[lines.length - 1]! > 1) lines.push(value);
  }
  return (value) => {
    const near = lines.find((line) => Math.abs(value - line) <= 1) ?? value;
    return Math.round(near) + 0.5;
  };
}

/** Fits the room into the frame: y up in the room, down on the screen. */
function fit(outline: Outline, width: number, height: number): View {
  const points = [...outline.corners.map(({ at }) => at), ...outline.contour];
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  const [left, right, low, high] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const room = { width: Math.max(right - left, SMALLEST_M), height: Math.max(high - low, SMALLEST_M) };
  const scale = Math.min((width - 2 * MARGIN) / room.width, (height - 2 * MARGIN) / room.height);
  const offset = { x: (width - (right - left) * scale) / 2, y: (height - (high - low) * scale) / 2 };
  const toX = (x: number): number => offset.x + (x - left) * scale;
  const toY = (y: number): number => offset.y + (high - y) * scale;
  const [snapX, snapY] = [snapper(xs.map(toX)), snapper(ys.map(toY))];
  return {
    toScreen: ({ x, y }) => ({ x: snapX(toX(x)), y: snapY(toY(y)) }),
    frame: { x: 2, y: 2, width: width - 4, height: height - 4 },
  };
}

const pathOf = (spots: Spot[], closed: boolean): string =>
  spots.length === 0 ? '' : `M${spots.map(({ x, y }) => `${x} ${y}`).join('L')}${closed ? 'Z' : ''}`;

const between = (a: Spot, b: Spot, t: number): Spot => ({ x: a.x + (b.x - a.x) * t, y: a.y + (b.y - a.y) * t });

/** Unit vector from a to b turned to its left on the screen: outwards of a counter-clockwise room. */
function outward(a: Spot, b: Spot): Spot {
  const length = Math.hypot(b.x - a.x, b.y - a.y) || 1;
  return { x: -(b.y - a.y) / length, y: (b.x - a.x) / length };
}

/** How far a centre has to be from a line for the whole box to clear it. */
const clearance = (normal: Spot, size: { width: number; height: number }): number =>
  (Math.abs(normal.x) * size.width + Math.abs(normal.y) * size.height) / 2 + 5;

function wallWish(edge: OutlineEdge, { toScreen }: View): LabelWish {
  const [a, b] = [toScreen(edge.from), toScreen(edge.to)];
  const normal = outward(a, b);
  const reach = clearance(normal, labelSize(edge.label, LENGTH_FONT));
  const crest = edge.along.length > 0 ? toScreen(edge.along[Math.floor(edge.along.length / 2)]!) : null;
  const bulge = crest
    ? Math.max(0, (crest.x - between(a, b, 0.5).x) * normal.x + (crest.y - between(a, b, 0.5).y) * normal.y)
    : 0;
  const spots = [0, 12, 24, 38]
    .flatMap((further) => [bulge + reach + further, -reach - further])
    .flatMap((distance) =>
      [0.5, 0.38, 0.62, 0.26, 0.74, 0, 1].map((t) => {
        const on = between(a, b, t);
        return { x: on.x + normal.x * distance, y: on.y + normal.y * distance };
      }),
    );
  return { text: edge.label, candidates: spots, fontSize: LENGTH_FONT };
}

/** A letter stands outside its corner, on the line that halves the angle; further out or turned when that is taken. */
function cornerWish(outline: Outline, position: number, { toScreen }: View): LabelWish {
  const { corners } = outline;
  const corner = corners[position]!;
  const spot = toScreen(corner.at);
  const before = toScreen(corners[(position + corners.length - 1) % corners.length]!.at);
  const after = toScreen(corners[(position + 1) % corners.length]!.at);
  const [n1, n2] = [outward(before, spot), outward(spot, after)];
  const half = { x: n1.x + n2.x, y: n1.y + n2.y };
  const isTurnedBack = Math.hypot(half.x, half.y) < 1e-6;
  const angle = isTurnedBack ? Math.atan2(n1.y, n1.x) : Math.atan2(half.y, half.x);
  const candidates = [15, 20, 26, 34].flatMap((distance) =>
    [0, 0.5, -0.5, 1, -1, Math.PI].map((turn) => ({
      x: spot.x + Math.cos(angle + turn) * distance,
      y: spot.y + Math.sin(angle + turn) * distance,
    })),
  );
  return { text: corner.letter, candidates, fontSize: CORNER_FONT };
}

function diagonalWish(edge: OutlineEdge, { toScreen }: View): LabelWish {
  const [a, b] = [toScreen(edge.from), toScreen(edge.to)];
  const candidates = [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74].map((t) => between(a, b, t));
  return { text: edge.label, candidates, fontSize: LENGTH_FONT };
}

/** Everything of a drawing in pixels, computed apart from how it is painted. */
export function composeScene(outline: Outline, width: number, height: number): Scene {
  const view = fit(outline, width, height);
  const { toScreen } = view;
  const segment = ({ from, to }: OutlineEdge): Segment => ({ a: toScreen(from), b: toScreen(to) });
  const walls = outline.walls.map(segment);
  const diagonals = outline.diagonals.map((edge) => ({ line: segment(edge), index: edge.index }));
  const named = (edges: OutlineEdge[]) => edges.filter(({ label }) => label !== '');

  const letters = outline.corners.map((_, position) => cornerWish(outline, position, view));
  const lengths = named(outline.walls).map((edge) => wallWish(edge, view));
  const inner = named(outline.diagonals).map((edge) => diagonalWish(edge, view));
  // Letters and wall lengths keep off the walls; a diagonal's length stands on its own line and keeps off the others.
  const outer = placeLabels([...letters, ...lengths], walls, view.frame);
  const all = placeLabels([...fixed(outer), ...inner], [], view.frame);

  return {
    contour: pathOf(outline.contour.map(toScreen), true),
    walls: outline.walls.map((edge) => ({
      path: pathOf(edge.along.length > 0 ? edge.along.map(toScreen) : [toScreen(edge.from), toScreen(edge.to)], false),
      index: edge.index,
    })),
    diagonals,
    corners: outline.corners.map(({ at }) => toScreen(at)),
    cornerLabels: outer.slice(0, letters.length),
    wallLabels: outer.slice(letters.length),
    diagonalLabels: all.slice(outer.length),
  };
}

const fixed = (labels: PlacedLabel[]): LabelWish[] =>
  labels.map(({ text, x, y, box }) => ({ text, candidates: [{ x, y }], fontSize: (box.height - 2) / 1.15 }));

/** Only the outline, for a list. */
export function thumbnailPath(outline: Outline, width: number, height: number): string {
  const closed = outline.contour.length > 0;
  return figurePath(closed ? outline.contour : outline.corners.map(({ at }) => at), width, height, closed);
}

/** A figure fitted into a small frame, without letters. */
export function figurePath(points: readonly Point[], width: number, height: number, closed = true): string {
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  const [left, right, low, high] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const scale = Math.min(width / Math.max(right - left, 0.1), height / Math.max(high - low, 0.1));
  const [dx, dy] = [(width - (right - left) * scale) / 2, (height - (high - low) * scale) / 2];
  const tenth = (value: number): number => Math.round(value * 10) / 10;
  const spots = points.map(({ x, y }) => ({
    x: tenth(dx + (x - left) * scale),
    y: tenth(dy + (high - y) * scale),
  }));
  return pathOf(spots, closed);
}
