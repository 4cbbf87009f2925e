/** Places of a line that are written beside it, millimetres. */
export interface Axis {
  /** Of all places those that find room, ascending; the ends always do. */
  written: number[];
}

/** Places nearer than this are one. */
const SAME_MM = 0.5;

/**
 * Chooses which places of an axis are written.
 * @param apartMm how far two of them must be apart to be read.
 */
export function axisOf(places: readonly number[], lengthMm: number, apartMm: number): Axis {
  const written = [0, lengthMm];
  for (const place of places.toSorted((a, b) => a - b)) {
    const isKnown = written.some((other) => Math.abs(other - place) < Math.max(SAME_MM, apartMm));
    if (!isKnown && place > 0 && place < lengthMm) {
      written.push(place);
    }
  }
  return { written: written.sort((a, b) => a - b) };
}
