import type { Segment, Spot } from './screen.js';

/** No zoom makes a hatch of more strokes than this. */
const MOST_STROKES = 300;

/**
 * Strokes at 45° inside a closed figure (even-odd), so that a drawing needs no pattern of its own name space.
 * @param rise 1 leans the strokes like "/", -1 like "\".
 */
export function hatchStrokes(contour: readonly Spot[], spacing: number, rise: 1 | -1 = 1): Segment[] {
  const levels = contour.map(({ x, y }) => x + rise * y);
  const [low, high] = [Math.min(...levels), Math.max(...levels)];
  // Strokes are a distance apart; along the level that is longer by the square root of two.
  const step = Math.max(spacing * Math.SQRT2, (high - low) / MOST_STROKES);
  const strokes: Segment[] = [];
  for (let level = (Math.floor(low / step) + 0.5) * step; level < high; level += step) {
    const crossings = crossingsAt(contour, levels, level);
    for (let i = 0; i + 1 < crossings.length; i += 2) {
      strokes.push({ a: crossings[i]!, b: crossings[i + 1]! });
    }
  }
  return strokes;
}

function crossingsAt(contour: readonly Spot[], levels: readonly number[], level: number): Spot[] {
  const spots = contour.flatMap((a, index) => {
    const next = (index + 1) % contour.length;
    const [from, to] = [levels[index]!, levels[next]!];
    if (from > level === to > level) {
      return [];
    }
    const t = (level - from) / (to - from);
    const b = contour[next]!;
    return [{ x: a.x + (b.x - a.x) * t, y: a.y + (b.y - a.y) * t }];
  });
  return spots.sort((a, b) => a.x - b.x);
}

/** What marks a hole: a column is hatched, an opening of four corners is crossed out, any other leans the other way. */
export function cutoutStrokes(contour: readonly Spot[], purpose: 'column' | 'opening'): Segment[] {
  if (purpose === 'column') {
    return hatchStrokes(contour, 5);
  }
  const [a, b, c, d] = contour;
  return contour.length === 4
    ? [
        { a: a!, b: c! },
        { a: b!, b: d! },
      ]
    : hatchStrokes(contour, 10, -1);
}
