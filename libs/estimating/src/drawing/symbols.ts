import type { LineObjectKind, PointObjectKind } from '../plan/room-plan.js';
import { circlePath, pathOf, segmentsPath } from './paths.js';
import { between, lengthOf, shifted, unit } from './screen.js';
import type { Segment, Spot } from './screen.js';

/** How an object looks: strokes, and what of it is filled. */
export interface ObjectSymbol {
  path: string;
  solid: string;
  /** Half the symbol's width; of a line half its thickness. */
  radius: number;
}

/** Real half widths in metres, and the pixels between which a symbol is still readable and not yet loud. */
const POINT_SIZES: Record<PointObjectKind, { realM: number; min: number; max: number }> = {
  spotlight: { realM: 0.045, min: 6, max: 12 },
  chandelier: { realM: 0.25, min: 10, max: 22 },
  pipe: { realM: 0.055, min: 5, max: 12 },
  vent: { realM: 0.1, min: 7, max: 18 },
  sensor: { realM: 0.05, min: 6, max: 12 },
  hatch: { realM: 0.2, min: 8, max: 30 },
};

const LINE_SIZES: Record<LineObjectKind, { realM: number; min: number; max: number }> = {
  'light-line': { realM: 0.025, min: 2, max: 5 },
  track: { realM: 0.017, min: 1.5, max: 3 },
  'curtain-niche': { realM: 0.08, min: 4, max: 16 },
};

/** Symbols are to scale where that can be read: small pictures show them larger, large ones smaller than they are. */
function sizeOf({ realM, min, max }: { realM: number; min: number; max: number }, scale: number): number {
  return Math.min(max, Math.max(min, realM * scale));
}

export function pointSymbol(kind: PointObjectKind, at: Spot, scale: number): ObjectSymbol {
  const r = sizeOf(POINT_SIZES[kind], scale);
  return { radius: r, ...POINT_SYMBOLS[kind](at, r) };
}

type Draw = (at: Spot, r: number) => { path: string; solid: string };

const square = ({ x, y }: Spot, r: number): Spot[] => [
  { x: x - r, y: y - r },
  { x: x + r, y: y - r },
  { x: x + r, y: y + r },
  { x: x - r, y: y + r },
];

/** Lines through a spot at these angles, `inner` to `outer` from it on both sides. */
const spokes = (at: Spot, angles: readonly number[], inner: number, outer: number): Segment[] =>
  angles.map((angle) => {
    const direction = { x: Math.cos(angle), y: Math.sin(angle) };
    return { a: shifted(at, direction, inner), b: shifted(at, direction, outer) };
  });

const QUARTERS = [0, 1, 2, 3].map((quarter) => (quarter * Math.PI) / 2);
const DIAGONALS = QUARTERS.map((angle) => angle + Math.PI / 4);

const POINT_SYMBOLS: Record<PointObjectKind, Draw> = {
  spotlight: (at, r) => ({ path: circlePath(at, r) + segmentsPath(spokes(at, DIAGONALS, 0, r)), solid: '' }),
  chandelier: (at, r) => ({
    path: circlePath(at, r * 0.42) + segmentsPath(spokes(at, [...QUARTERS, ...DIAGONALS], r * 0.58, r)),
    solid: circlePath(at, r * 0.42),
  }),
  pipe: (at, r) => ({ path: circlePath(at, r), solid: circlePath(at, r * 0.5) }),
  vent: (at, r) => ({
    path:
      pathOf(square(at, r), true) +
      segmentsPath(
        [-0.45, 0, 0.45].map((share) => ({
          a: { x: at.x - r * 0.65, y: at.y + share * r },
          b: { x: at.x + r * 0.65, y: at.y + share * r },
        })),
      ),
    solid: '',
  }),
  sensor: (at, r) => ({
    path: pathOf(
      QUARTERS.map((angle) => ({ x: at.x + Math.cos(angle) * r, y: at.y + Math.sin(angle) * r })),
      true,
    ),
    solid: circlePath(at, r * 0.3),
  }),
  hatch: (at, r) => {
    const [a, b, c, d] = square(at, r) as [Spot, Spot, Spot, Spot];
    return {
      path:
        pathOf([a, b, c, d], true) +
        segmentsPath([
          { a: d, b: between(b, c, 0.5) },
          { a, b: between(b, c, 0.5) },
        ]),
      solid: '',
    };
  },
};

/** A band along a line of spots with what tells its kind. */
export function lineSymbol(kind: LineObjectKind, spots: readonly Spot[], scale: number): ObjectSymbol {
  const radius = sizeOf(LINE_SIZES[kind], scale);
  const segments = spots.slice(1).map((b, index) => ({ a: spots[index]!, b }));
  const solid = segments.map((segment) => band(segment, radius)).join('');
  return { radius, solid, path: LINE_DETAILS[kind](segments, radius) };
}

function band({ a, b }: Segment, radius: number): string {
  const along = unit(a, b);
  const across = { x: -along.y, y: along.x };
  const [start, end] = [shifted(a, along, -radius), shifted(b, along, radius)];
  return pathOf(
    [
      shifted(start, across, radius),
      shifted(end, across, radius),
      shifted(end, across, -radius),
      shifted(start, across, -radius),
    ],
    true,
  );
}

/** Pixels between two ticks of a track and between two folds of a curtain. */
const TICK = 14;
const FOLD = 9;

const LINE_DETAILS: Record<LineObjectKind, (segments: readonly Segment[], radius: number) => string> = {
  'light-line': () => '',
  track: (segments, radius) => segments.map((segment) => segmentsPath(ticks(segment, radius + 2.5))).join(''),
  'curtain-niche': (segments, radius) => segments.map((segment) => pathOf(folds(segment, radius * 0.55))).join(''),
};

function ticks(segment: Segment, reach: number): Segment[] {
  const along = unit(segment.a, segment.b);
  const across = { x: -along.y, y: along.x };
  const count = stepsOf(segment, TICK);
  return Array.from({ length: count + 1 }, (_, index) => {
    const at = between(segment.a, segment.b, index / count);
    return { a: shifted(at, across, -reach), b: shifted(at, across, reach) };
  });
}

function folds(segment: Segment, depth: number): Spot[] {
  const along = unit(segment.a, segment.b);
  const across = { x: -along.y, y: along.x };
  const count = stepsOf(segment, FOLD);
  return Array.from({ length: count + 1 }, (_, index) =>
    shifted(between(segment.a, segment.b, index / count), across, index % 2 === 0 ? depth : -depth),
  );
}

/** Bounded, so that no zoom makes a line of millions of ticks. */
function stepsOf(segment: Segment, step: number): number {
  return Math.min(400, Math.max(1, Math.round(lengthOf(segment) / step)));
}
