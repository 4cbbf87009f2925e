import type { LabelWish } from './place-labels.js';
import type { ScreenWall } from './paths.js';
import { between, clipSegment, lengthOf, shifted, unit } from './screen.js';
import type { Box, Segment, Spot } from './screen.js';
import { extentOf } from './view.js';

export const FONTS = { corner: 14, length: 13, small: 11, smallest: 9.5 } as const;

/** Pixels between a wall and the text beside it. */
const GAP = 5;

/** A text further than this from its wall gets a leader; of short walls sooner, or it would pass for a neighbour's. */
const NEAR = { long: 16, short: 8 } as const;
const SHORT_WALL = 26;

/** Unit vector out of the room from a wall: the room is to its left in the frame. */
export function outward({ a, b }: Segment, isMirrored: boolean): Spot {
  const along = unit(a, b);
  return isMirrored ? { x: along.y, y: -along.x } : { x: -along.y, y: along.x };
}

/** How far a centre has to be from a line for the whole box to clear it. */
export function clearance(normal: Spot, size: { width: number; height: number }): number {
  return (Math.abs(normal.x) * size.width + Math.abs(normal.y) * size.height) / 2 + GAP;
}

export interface WallLabelling {
  wall: ScreenWall;
  text: string;
  isMirrored: boolean;
  frame: Box;
  /** Depth of the material's hatch outside the wall, pixels. */
  outside: number;
}

/** Beside the middle of the wall, outside first; further along and away when that is taken, with a leader then. */
export function wallWish({ wall, text, isMirrored, frame, outside }: WallLabelling): LabelWish | null {
  const visible = clipSegment(wall, frame);
  if (!visible) {
    return null;
  }
  const { a, b } = { a: between(wall.a, wall.b, visible[0]), b: between(wall.a, wall.b, visible[1]) };
  const normal = outward(wall, isMirrored);
  const crest = bulgeOf(wall, normal);
  const middle = shifted(between(a, b, 0.5), normal, crest);
  const isShort = lengthOf({ a, b }) < SHORT_WALL;
  const along = isShort ? [0.5, 0.1, 0.9] : [0.5, 0.38, 0.62, 0.26, 0.74, 0.08, 0.92];
  return {
    text,
    of: wall.index,
    fonts: isShort ? [FONTS.small, FONTS.smallest] : [FONTS.length, FONTS.small, FONTS.smallest],
    leader: isShort
      ? { to: [between(a, b, 0.35), between(a, b, 0.65)], beyond: NEAR.short }
      : { to: wall.along, beyond: NEAR.long },
    *candidates(size) {
      const reach = clearance(normal, size);
      for (const more of [0, 10, 22, 36]) {
        const out = Math.max(0, crest) + outside + reach + more;
        const inside = Math.min(0, crest) - reach - more;
        for (const distance of [out, inside]) {
          for (const share of along) {
            yield shifted(between(a, b, share), normal, distance);
          }
        }
      }
      yield* aroundSpot(middle, normal, isShort ? [20, 28, 38, 50, 66, 90] : [42, 58, 76]);
    },
  };
}

/** How far an arc stands out of its chord on the outer side; negative inwards. */
function bulgeOf({ a, b, along, arc }: ScreenWall, normal: Spot): number {
  if (!arc) {
    return 0;
  }
  const crest = along[Math.floor(along.length / 2)]!;
  const middle = between(a, b, 0.5);
  return (crest.x - middle.x) * normal.x + (crest.y - middle.y) * normal.y;
}

const RING = [0, 0.5, -0.5, 1, -1, 3.1, 2.6, -2.6, 1.5, -1.5, 2.1, -2.1];

/** Rings around a spot, beginning in a direction. */
function* aroundSpot(spot: Spot, direction: Spot, distances: readonly number[]): Generator<Spot> {
  const start = Math.atan2(direction.y, direction.x);
  for (const distance of distances) {
    for (const turn of RING) {
      yield shifted(spot, { x: Math.cos(start + turn), y: Math.sin(start + turn) }, distance);
    }
  }
}

/** A letter stands outside its corner, on the line that halves the angle; further out or turned when that is taken. */
export function cornerWish(
  corner: { letter: string; index: number; isOnCurve: boolean },
  spots: { before: Spot; at: Spot; after: Spot },
  isMirrored: boolean,
): LabelWish {
  const { before, at, after } = spots;
  const [n1, n2] = [outward({ a: before, b: at }, isMirrored), outward({ a: at, b: after }, isMirrored)];
  const half = { x: n1.x + n2.x, y: n1.y + n2.y };
  const isTurnedBack = Math.hypot(half.x, half.y) < 1e-6;
  const angle = isTurnedBack ? Math.atan2(n1.y, n1.x) : Math.atan2(half.y, half.x);
  const candidates = [14, 19, 25, 33].flatMap((distance) =>
    [0, 0.5, -0.5, 1, -1, Math.PI].map((turn) =>
      shifted(at, { x: Math.cos(angle + turn), y: Math.sin(angle + turn) }, distance),
    ),
  );
  return {
    text: corner.letter,
    of: corner.index,
    fonts: corner.isOnCurve ? [FONTS.smallest] : [FONTS.corner, FONTS.small],
    candidates: () => candidates,
    isOptional: corner.isOnCurve,
  };
}

/** A length stands on the visible part of its own line, which the text interrupts. */
export function onLineWish(
  line: Segment,
  text: string,
  { of, frame }: { of: number | string; frame: Box },
): LabelWish | null {
  const visible = clipSegment(line, frame);
  if (!visible) {
    return null;
  }
  const [start, end] = visible;
  const candidates = [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.18, 0.82].map((share) =>
    between(line.a, line.b, start + (end - start) * share),
  );
  return { text, of, fonts: [FONTS.length, FONTS.small, FONTS.smallest], candidates: () => candidates };
}

/** Beside a figure: under it, above, left or right of it, then further away with a leader to its middle. */
export function besideWish(extent: Box, text: string, of: string): LabelWish {
  const middle = { x: extent.x + extent.width / 2, y: extent.y + extent.height / 2 };
  return {
    text,
    of,
    fonts: [FONTS.small, FONTS.smallest],
    leader: { to: [middle], beyond: Math.max(extent.width, extent.height) / 2 + 20 },
    candidates: (size) => {
      const [right, down] = [(extent.width + size.width) / 2 + 3, (extent.height + size.height) / 2 + 3];
      const near = [
        { x: 0, y: down },
        { x: 0, y: -down },
        { x: right, y: 0 },
        { x: -right, y: 0 },
        { x: right, y: down },
        { x: -right, y: down },
        { x: right, y: -down },
        { x: -right, y: -down },
      ];
      const spots = near.map(({ x, y }) => ({ x: middle.x + x, y: middle.y + y }));
      return [...spots, ...aroundSpot(middle, { x: 0, y: 1 }, [right + 20, right + 44])];
    },
  };
}

/** Somewhere inside a figure, its middle first; left out where lines are in the way. */
export function insideWish(spots: readonly Spot[], text: string, of: number | string): LabelWish {
  const extent = extentOf(spots);
  const shares = [0.5, 0.35, 0.65, 0.2, 0.8];
  const candidates = shares.flatMap((down) =>
    shares.map((right) => ({ x: extent.x + extent.width * right, y: extent.y + extent.height * down })),
  );
  return { text, of, fonts: [FONTS.corner, FONTS.small], candidates: () => candidates, isOptional: true };
}
