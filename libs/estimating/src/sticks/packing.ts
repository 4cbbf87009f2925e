import { packExactly } from './pack-exactly.js';

/** Indexes of the sizes that lie together in each bin. */
export type Bins = readonly (readonly number[])[];

export interface Packing {
  bins: Bins;
  /** No packing can take fewer bins. False means that nobody has proved it, not that there is a better one. */
  exact: boolean;
}

/** So many are packed exactly, whatever they are: 2^16 subsets are a few milliseconds. */
export const EXACT_SIZES = 16;

/** Bins of together so many sizes are packed anew, exactly, to see whether one of them comes free. */
const WINDOW_SIZES = 10;
const MAX_ROUNDS = 8;

/**
 * Packs sizes into the fewest bins: exactly up to EXACT_SIZES, and beyond them as well as best fit and exact
 * repacking of a few bins at a time can do. The work is bounded, whatever the sizes are.
 * @param sizes positive integers not above the capacity.
 */
export function pack(sizes: readonly number[], capacity: number): Packing {
  const bound = binsNeeded(sizes, capacity);
  const first = bestFit(sizes, capacity);
  if (first.length === bound) {
    return { bins: first, exact: true };
  }
  if (sizes.length <= EXACT_SIZES) {
    return { bins: packExactly(sizes, capacity), exact: true };
  }
  const bins = improve(first, { sizes, capacity, bound });
  return { bins, exact: bins.length === bound };
}

/**
 * Bins that any packing needs (the bound L2 of Martello and Toth): sizes above half a bin each take a bin of their own,
 * and what of the smaller ones cannot lie beside them takes more.
 */
export function binsNeeded(sizes: readonly number[], capacity: number): number {
  const thresholds = new Set([0, ...sizes.filter((size) => size * 2 <= capacity)]);
  let needed = 0;
  for (const least of thresholds) {
    const alone = sizes.filter((size) => size > capacity - least).length;
    const large = sizes.filter((size) => size * 2 > capacity && size <= capacity - least);
    const small = sizes.filter((size) => size * 2 <= capacity && size >= least);
    const beside = large.length * capacity - sum(large);
    needed = Math.max(needed, alone + large.length + Math.max(0, Math.ceil((sum(small) - beside) / capacity)));
  }
  return needed;
}

/** Largest first, each into the fullest bin it fits. */
function bestFit(sizes: readonly number[], capacity: number): number[][] {
  const bins: { items: number[]; free: number }[] = [];
  for (const item of largestFirst(sizes)) {
    const size = sizes[item]!;
    const fitting = bins.filter(({ free }) => free >= size);
    if (fitting.length === 0) {
      bins.push({ items: [item], free: capacity - size });
      continue;
    }
    const fullest = fitting.reduce((best, bin) => (bin.free < best.free ? bin : best));
    fullest.items.push(item);
    fullest.free -= size;
  }
  return bins.map(({ items }) => items);
}

/**
 * Packs the emptiest bins anew, then the next ones, as long as a bin comes free or the bins become more unlike each other
 * (full ones and empty ones, of which the next round may free one).
 */
function improve(bins: Bins, task: { sizes: readonly number[]; capacity: number; bound: number }): Bins {
  const { sizes, capacity, bound } = task;
  const fill = (bin: readonly number[]): number => bin.reduce((total, item) => total + sizes[item]!, 0);
  const unlike = (some: Bins): number => some.reduce((total, bin) => total + (fill(bin) / capacity) ** 2, 0);
  let current = bins;
  for (let round = 0; round < MAX_ROUNDS && current.length > bound; round += 1) {
    const before = current;
    const sorted = current.toSorted((a, b) => fill(a) - fill(b));
    for (let start = 0; start < sorted.length - 1; start += 1) {
      const window = binsFrom(sorted, start);
      if (window.length === 1) {
        continue;
      }
      const items = window.flat();
      const places = packExactly(
        items.map((item) => sizes[item]!),
        capacity,
      );
      const packed = places.map((bin) => bin.map((place) => items[place]!));
      if (packed.length < window.length || unlike(packed) > unlike(window) + Number.EPSILON * window.length) {
        sorted.splice(start, window.length, ...packed);
        current = [...sorted];
      }
    }
    if (current === before) {
      break;
    }
  }
  return current;
}

/** The bin at the start and those after it that together are within a window: at least that one. */
function binsFrom(sorted: Bins, start: number): Bins {
  let end = start + 1;
  let count = sorted[start]!.length;
  while (end < sorted.length && count + sorted[end]!.length <= WINDOW_SIZES) {
    count += sorted[end]!.length;
    end += 1;
  }
  return sorted.slice(start, end);
}

function largestFirst(sizes: readonly number[]): number[] {
  return [...sizes.keys()].sort((a, b) => sizes[b]! - sizes[a]! || a - b);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
