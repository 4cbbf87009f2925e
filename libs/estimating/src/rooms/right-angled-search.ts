/** Directions of walls: 0 along +x, 1 along +y, 2 along −x, 3 along −y. */
export type Heading = 0 | 1 | 2 | 3;

/** One way to turn at the corners so that the walls close, counter-clockwise. */
export type Headings = readonly Heading[];

export interface TurnSearch {
  /** Every way found whose walls close within the gap and turn once around, in a stable order. */
  candidates: Headings[];
  /** False when the search gave up before trying everything. */
  complete: boolean;
}

/** Nodes of the search tree looked at before giving up: about ten milliseconds at the worst. */
const MAX_STEPS = 50_000;
const MAX_CANDIDATES = 64;
/** The last walls of an axis whose every possible sum is tabled, to leave a branch that can no longer close. */
const TABLED_WALLS = 12;
/** Walls that cross by less than this and the gap may come apart when the closing gap is spread. */
const CROSSING_MARGIN_MM = 15;

/**
 * All ways a chain of walls with right angles can close counter-clockwise, the first wall along +x. A wall's axis follows
 * from its place (first horizontal, second vertical, …), so only signs are sought: depth first, leaving a branch when it
 * cannot close within `maxGapMm`, cannot turn once around any more, or has clearly crossed itself.
 */
export function searchTurns(sidesMm: readonly number[], maxGapMm: number): TurnSearch {
  return new TurnSearcher(sidesMm, { maxGapMm, maxCandidates: MAX_CANDIDATES, rooms: true }).run();
}

/** Some way the walls close at all, crossing themselves as they may; null when there is none, or none was found. */
export function findClosing(sidesMm: readonly number[], maxGapMm: number): Headings | null {
  return new TurnSearcher(sidesMm, { maxGapMm, maxCandidates: 1, rooms: false }).run().candidates[0] ?? null;
}

interface SearchOptions {
  maxGapMm: number;
  maxCandidates: number;
  /** Only what may be a room: turning once around, not clearly crossing itself. */
  rooms: boolean;
}

class TurnSearcher {
  private readonly headings: Heading[] = [0];
  private readonly xs: number[] = [0];
  private readonly ys: number[] = [0];
  private readonly candidates: Headings[] = [];
  private readonly reachable: (readonly number[] | null)[];
  private steps = 0;

  constructor(
    private readonly sidesMm: readonly number[],
    private readonly options: SearchOptions,
  ) {
    this.reachable = [...tableSums(sidesMm, 0), ...tableSums(sidesMm, 1)];
  }

  run(): TurnSearch {
    this.advance(0, 0);
    return { candidates: this.candidates, complete: !this.isOver() };
  }

  /** Lays wall `index` along its heading and goes on; `turned` is left turns less right turns so far. */
  private advance(index: number, turned: number): void {
    this.steps += 1;
    if (this.isOver()) {
      return;
    }
    const heading = this.headings[index]!;
    const length = this.sidesMm[index]!;
    this.xs[index + 1] = this.xs[index]! + (heading === 0 ? length : heading === 2 ? -length : 0);
    this.ys[index + 1] = this.ys[index]! + (heading === 1 ? length : heading === 3 ? -length : 0);
    if (!this.canClose(index) || (this.options.rooms && this.hasCrossed(index))) {
      return;
    }
    if (index === this.sidesMm.length - 1) {
      const lastTurn = heading === 3 ? 1 : -1;
      if (turned + lastTurn === 4 || !this.options.rooms) {
        this.candidates.push([...this.headings]);
      }
      return;
    }
    this.turnBothWays(index, turned);
  }

  private turnBothWays(index: number, turned: number): void {
    const heading = this.headings[index]!;
    const cornersLeft = this.sidesMm.length - index - 1;
    for (const turn of [1, -1]) {
      if (!this.options.rooms || Math.abs(4 - turned - turn) <= cornersLeft) {
        this.headings[index + 1] = ((heading + turn + 4) % 4) as Heading;
        this.advance(index + 1, turned + turn);
      }
    }
    this.headings.length = index + 1;
  }

  private isOver(): boolean {
    return this.steps > MAX_STEPS || this.candidates.length >= this.options.maxCandidates;
  }

  private canClose(index: number): boolean {
    const left = this.sidesMm.length - index - 1;
    // Of the walls left, those on the axis of the next one are the more numerous half.
    const nextAxis = (index + 1) % 2;
    const onX = nextAxis === 0 ? Math.ceil(left / 2) : Math.floor(left / 2);
    const onY = left - onX;
    const half = this.sidesMm.length / 2;
    return (
      canReach(this.reachable[onX] ?? null, -this.xs[index + 1]!, this.options.maxGapMm) &&
      canReach(this.reachable[half + 1 + onY] ?? null, -this.ys[index + 1]!, this.options.maxGapMm)
    );
  }

  private hasCrossed(index: number): boolean {
    for (let other = index - 3; other >= 0; other -= 2) {
      // Walls an odd number apart are perpendicular; parallel ones are left to the exact check afterwards.
      const [horizontal, vertical] = index % 2 === 0 ? [index, other] : [other, index];
      const [xs, ys] = [this.xs, this.ys];
      if (
        this.isWithin(xs[vertical]!, xs[horizontal]!, xs[horizontal + 1]!) &&
        this.isWithin(ys[horizontal]!, ys[vertical]!, ys[vertical + 1]!)
      ) {
        return true;
      }
    }
    return false;
  }

  private isWithin(value: number, end: number, otherEnd: number): boolean {
    const margin = CROSSING_MARGIN_MM + this.options.maxGapMm;
    return value > Math.min(end, otherEnd) + margin && value < Math.max(end, otherEnd) - margin;
  }
}

/** For the last 0, 1, 2, … walls of an axis: all sums with signs, ascending; null where there are too many. */
function tableSums(sidesMm: readonly number[], axis: 0 | 1): (readonly number[] | null)[] {
  const walls = sidesMm.filter((_, index) => index % 2 === axis).toReversed();
  const tables: (readonly number[] | null)[] = [[0]];
  for (const [index, wall] of walls.entries()) {
    const shorter = tables[index] ?? null;
    tables.push(shorter === null || index >= TABLED_WALLS ? null : withWall(shorter, wall));
  }
  return tables;
}

/** Sorted sums with one more wall on either sign: two sorted lists merged. */
export function withWall(sums: readonly number[], wall: number): number[] {
  const merged: number[] = [];
  let low = 0;
  let high = 0;
  while (low < sums.length || high < sums.length) {
    const less = low < sums.length ? sums[low]! - wall : Infinity;
    const more = high < sums.length ? sums[high]! + wall : Infinity;
    if (less <= more) {
      merged.push(less);
      low += 1;
    } else {
      merged.push(more);
      high += 1;
    }
  }
  return merged;
}

function canReach(sums: readonly number[] | null, target: number, tolerance: number): boolean {
  if (sums === null) {
    return true;
  }
  let low = 0;
  let high = sums.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sums[middle]! < target - tolerance) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low < sums.length && sums[low]! <= target + tolerance;
}

/** The least possible closing gap of an axis: min |±a ±b ±c …|, by halves, since 30 walls have a billion sums. */
export function leastGap(wallsMm: readonly number[]): number {
  const middle = wallsMm.length >> 1;
  const sumsOf = (walls: readonly number[]) => walls.reduce((sums, wall) => withWall(sums, wall), [0]);
  const first = sumsOf(wallsMm.slice(0, middle));
  const second = sumsOf(wallsMm.slice(middle));
  let best = Infinity;
  for (let i = 0, j = second.length - 1; i < first.length && j >= 0;) {
    const sum = first[i]! + second[j]!;
    best = Math.min(best, Math.abs(sum));
    if (sum > 0) {
      j -= 1;
    } else {
      i += 1;
    }
  }
  return best;
}
