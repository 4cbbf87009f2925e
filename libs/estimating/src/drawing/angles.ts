import { FONTS } from './label-wishes.js';
import type { OutlineAngle } from './outline.js';
import { round } from './paths.js';
import type { LabelWish } from './place-labels.js';
import { lengthOf, shifted } from './screen.js';
import type { Spot } from './screen.js';
import type { View } from './view.js';

/** A measured angle as it is drawn: an arc between the walls with its degrees beside it. */
export interface ScreenAngle {
  index: number;
  path: string;
  wish: LabelWish;
}

const RADIUS = 17;
const direction = (angle: number): Spot => ({ x: Math.cos(angle), y: Math.sin(angle) });

export function screenAngle({ index, at, before, after, label }: OutlineAngle, view: View): ScreenAngle {
  const corner = view.toScreen(at);
  const [previous, next] = [view.toScreen(before), view.toScreen(after)];
  const shortest = Math.min(lengthOf({ a: corner, b: previous }), lengthOf({ a: corner, b: next }));
  const radius = Math.min(RADIUS, shortest * 0.6);
  // The room lies between the wall that leaves the corner and the one that comes to it, counter-clockwise in the frame.
  const turn = view.isMirrored ? 1 : -1;
  const start = Math.atan2(next.y - corner.y, next.x - corner.x);
  const end = Math.atan2(previous.y - corner.y, previous.x - corner.x);
  const opening = ((end - start) * turn + 4 * Math.PI) % (2 * Math.PI);
  const [a, b] = [shifted(corner, direction(start), radius), shifted(corner, direction(end), radius)];
  const flags = `${opening > Math.PI ? 1 : 0} ${view.isMirrored ? 1 : 0}`;
  const middle = start + (turn * opening) / 2;
  const candidates = [22, 28, 35, 43].flatMap((further) =>
    [0, 0.3, -0.3, 0.6, -0.6].map((aside) => shifted(corner, direction(middle + aside), radius + further)),
  );
  return {
    index,
    path: `M${round(a.x)} ${round(a.y)}A${round(radius)} ${round(radius)} 0 ${flags} ${round(b.x)} ${round(b.y)}`,
    wish: { text: label, of: index, fonts: [FONTS.small, FONTS.smallest], candidates: () => candidates },
  };
}
