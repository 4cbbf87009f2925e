import type { Signature } from '@smet/api-client';

interface Stroke {
  readonly points: readonly { readonly x: number; readonly y: number }[];
}

/** What the server takes; a longer one is thinned out. */
const MOST_POINTS = 4000;

/** Drawn strokes in whole pixels of their field, thinned evenly when a finger was very slow. Null when nothing was drawn. */
export function toSignature(strokes: readonly Stroke[], field: { width: number; height: number }): Signature | null {
  const total = strokes.reduce((sum, { points }) => sum + points.length, 0);
  if (total === 0) return null;
  const [width, height] = [Math.round(field.width), Math.round(field.height)];
  const step = Math.ceil(total / MOST_POINTS);
  return {
    width,
    height,
    strokes: strokes.map(({ points }) =>
      points
        .filter((_, index) => index % step === 0 || index === points.length - 1)
        .flatMap(({ x, y }) => [within(x, width), within(y, height)]),
    ),
  };
}

/** A finger may leave the field while it draws. */
function within(value: number, most: number): number {
  return Math.min(Math.max(Math.round(value), 0), most);
}
