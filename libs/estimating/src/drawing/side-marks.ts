import type { WallMaterial } from '../plan/room-plan.js';
import { outward } from './label-wishes.js';
import { pathOf } from './paths.js';
import type { ScreenWall } from './paths.js';
import { between, lengthOf, shifted } from './screen.js';
import type { Spot } from './screen.js';

/** Depth of the hatch of a wall's material, outside the wall. */
export const MATERIAL_DEPTH = 6;
/** How far inside the wall the line of its profile runs. */
const PROFILE_OFFSET = 5;

/** A line beside the wall on the room's side, clear of the corners: where its profile is drawn. */
export function profileLine(wall: ScreenWall, isMirrored: boolean): Spot[] {
  const spots = beside(wall, isMirrored, -PROFILE_OFFSET);
  if (wall.arc) {
    return spots.slice(1, -1);
  }
  const length = Math.max(lengthOf(wall), 1e-9);
  const share = Math.min(PROFILE_OFFSET + 1, length / 5) / length;
  return [between(spots[0]!, spots[1]!, share), between(spots[0]!, spots[1]!, 1 - share)];
}

/** The wall's line moved out of the room (or into it, below zero). */
function beside({ along }: ScreenWall, isMirrored: boolean, distance: number): Spot[] {
  return along.map((spot, index) => {
    const around = { a: along[Math.max(0, index - 1)]!, b: along[Math.min(along.length - 1, index + 1)]! };
    return shifted(spot, outward(around, isMirrored), distance);
  });
}

type Stroke = readonly (readonly [along: number, out: number])[];

/** Strokes of a material that repeat along a wall: pixels along it and out of the room. */
const MATERIALS: Record<WallMaterial, { period: number; strokes: readonly Stroke[] }> = {
  concrete: {
    period: 9,
    strokes: [
      [
        [0, 0],
        [6, 6],
      ],
    ],
  },
  brick: {
    period: 5,
    strokes: [
      [
        [0, 0],
        [5, 6],
      ],
    ],
  },
  drywall: {
    period: 11,
    strokes: [
      [
        [2, 1],
        [7, 6],
      ],
      [
        [7, 1],
        [2, 6],
      ],
    ],
  },
  tile: {
    period: 9,
    strokes: [
      [
        [0, 6],
        [9, 6],
      ],
      [
        [4.5, 0],
        [4.5, 6],
      ],
    ],
  },
  porcelain: {
    period: 14,
    strokes: [
      [
        [0, 6],
        [14, 6],
      ],
      [
        [5.5, 0],
        [5.5, 6],
      ],
      [
        [8.5, 0],
        [8.5, 6],
      ],
    ],
  },
  insulation: {
    period: 8,
    strokes: [
      [
        [0, 1.5],
        [4, 6],
        [8, 1.5],
      ],
    ],
  },
  metal: {
    period: 12,
    strokes: [
      [
        [0, 3.2],
        [12, 3.2],
      ],
      [
        [0, 6],
        [12, 6],
      ],
    ],
  },
};

const MOST_PERIODS = 400;

/** The hatch of what a wall is made of, outside it. */
export function materialPath(wall: ScreenWall, material: WallMaterial, isMirrored: boolean): string {
  const { period, strokes } = MATERIALS[material];
  const ruler = rulerOf(wall, isMirrored);
  const count = Math.min(MOST_PERIODS, Math.floor(ruler.length / period));
  // What is left of the wall is shared between the periods, so that the hatch ends with the wall.
  const stretch = count > 0 ? ruler.length / count / period : 1;
  return Array.from({ length: count }, (_, index) =>
    strokes.map((stroke) => pathOf(stroke.map(([u, v]) => ruler.at((index * period + u) * stretch, v)))).join(''),
  ).join('');
}

/** Measures along a wall's line and out of the room. */
function rulerOf({ along }: ScreenWall, isMirrored: boolean) {
  const ends: number[] = [];
  let length = 0;
  for (let i = 0; i + 1 < along.length; i += 1) {
    length += lengthOf({ a: along[i]!, b: along[i + 1]! });
    ends.push(length);
  }
  const at = (distance: number, out: number): Spot => {
    const found = ends.findIndex((end) => distance <= end);
    const part = found < 0 ? ends.length - 1 : found;
    const segment = { a: along[part]!, b: along[part + 1]! };
    const start = part === 0 ? 0 : ends[part - 1]!;
    const share = (distance - start) / Math.max(lengthOf(segment), 1e-9);
    return shifted(between(segment.a, segment.b, share), outward(segment, isMirrored), out);
  };
  return { length, at };
}
