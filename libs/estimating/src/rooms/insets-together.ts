import { boxesMeet } from '../geometry/boxes.js';
import { isInside } from '../geometry/inside.js';
import type { Interval } from '../geometry/intervals.js';
import { distanceToLine } from '../geometry/segment.js';
import { freeOf, placesAlong } from './insets.js';
import type { PlacedInset } from './insets.js';
import { sharedStretch, TOUCH_M } from './shared-stretches.js';

/** True when no part of a level lies over another one; they may run along each other, within 5 mm. */
export function insetsLieApart(a: PlacedInset, b: PlacedInset): boolean {
  if (!boxesMeet(a.box, b.box)) {
    return true;
  }
  // Two that lie exactly over each other have every edge on an edge of the other.
  const areOneOverTheOther = a.edges.some((edge) => b.edges.some((other) => sharedStretch(edge, other, 1)));
  return !areOneOverTheOther && staysOutside(a, b) && staysOutside(b, a);
}

/**
 * Levels of one base that lie apart. Where two of them run along each other there is no canvas of the base, and that
 * stretch of either is no edge of it.
 */
export function besideEachOther(insets: readonly PlacedInset[]): PlacedInset[] {
  return insets.map((inset) => {
    const near = insets.filter((other) => other !== inset && boxesMeet(inset.box, other.box));
    const others = near.flatMap(({ edges }) => edges);
    if (others.length === 0) {
      return inset;
    }
    const edges = inset.edges.map((edge) => {
      const met = others.flatMap((other): Interval[] => {
        const stretch = sharedStretch(edge, other, -1);
        return stretch ? [stretch.own] : [];
      });
      return { ...edge, taken: [...edge.taken, ...met] };
    });
    return { ...inset, ...freeOf(edges) };
  });
}

/** Every piece of a level's line lies outside another level, or along its line. */
function staysOutside({ edges }: PlacedInset, other: PlacedInset): boolean {
  return edges
    .filter((edge) => boxesMeet(edge.box, other.box))
    .every((edge) =>
      placesAlong(edge, other.contour).every(
        (point) => !isInside(point, other.contour) || distanceToLine(point, other.contour) <= TOUCH_M,
      ),
    );
}
