/** A stretch along a line, from and to in metres. */
export type Interval = readonly [from: number, to: number];

/** Stretches in order, those that meet made one. */
export function mergeIntervals(intervals: readonly Interval[]): Interval[] {
  const merged: [number, number][] = [];
  for (const [from, to] of intervals.toSorted((a, b) => a[0] - b[0])) {
    const last = merged.at(-1);
    if (last && from <= last[1]) {
      last[1] = Math.max(last[1], to);
    } else {
      merged.push([from, to]);
    }
  }
  return merged;
}

/** How much of a line they take together; what several take counts once. */
export function lengthOfIntervals(intervals: readonly Interval[]): number {
  return mergeIntervals(intervals).reduce((sum, [from, to]) => sum + to - from, 0);
}

/** What they leave of a line, in order; what is left between two of them and is not longer than `least` is nothing. */
export function gapsBetween(intervals: readonly Interval[], lengthM: number, least: number): Interval[] {
  if (intervals.length === 0) {
    return [[0, lengthM]];
  }
  const merged = mergeIntervals(intervals);
  const ends: Interval[] = [[0, 0], ...merged, [lengthM, lengthM]];
  return ends
    .slice(1)
    .map(([from], index): Interval => [ends[index]![1], from])
    .filter(([from, to]) => to - from > least);
}
