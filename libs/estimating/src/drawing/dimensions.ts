import { distance } from '../geometry/point.js';
import type { Point } from '../geometry/point.js';
import { clearance, onLineWish } from './label-wishes.js';
import { metresLabel } from './length-label.js';
import type { LabelWish } from './place-labels.js';
import { shifted, unit } from './screen.js';
import type { Segment } from './screen.js';
import type { View } from './view.js';

/** A distance to be shown, in metres of the frame: from an object to a wall, for example. */
export interface Dimension {
  /** Id of what is measured. */
  of: string;
  from: Point;
  to: Point;
}

/** A dimension line with a stroke across each of its ends. */
export interface ScreenDimension {
  of: string;
  line: Segment;
  ticks: [Segment, Segment];
  /** Null outside the picture. */
  wish: LabelWish | null;
}

const TICK = 4;

export function screenDimension({ of, from, to }: Dimension, view: View): ScreenDimension {
  const line = { a: view.toScreen(from), b: view.toScreen(to) };
  const along = unit(line.a, line.b);
  const across = { x: -along.y, y: along.x };
  const tick = (at: Segment['a']): Segment => ({ a: shifted(at, across, -TICK), b: shifted(at, across, TICK) });
  const wish = onLineWish(line, metresLabel(distance(from, to)), { of, frame: view.box });
  return { of, line, ticks: [tick(line.a), tick(line.b)], wish: wish && orBeside(wish, across) };
}

/** A line too short for its text has the text beside it. */
function orBeside(wish: LabelWish, across: Segment['a']): LabelWish {
  return {
    ...wish,
    fonts: wish.fonts.slice(1),
    candidates: (size) => {
      const onLine = [...wish.candidates(size)];
      const reach = clearance(across, size);
      const aside = [reach, -reach].flatMap((way) => onLine.map((spot) => shifted(spot, across, way)));
      return [...onLine, ...aside];
    },
  };
}
