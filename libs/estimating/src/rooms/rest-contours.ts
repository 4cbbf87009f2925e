import { gapsBetween } from '../geometry/intervals.js';
import type { Interval } from '../geometry/intervals.js';
import { distance, NOISE_M } from '../geometry/point.js';
import type { Point } from '../geometry/point.js';
import { shoelaceArea } from '../geometry/polygon.js';
import type { PlacedInset } from './insets.js';
import { edgesOfLine, NEAR_M, TOUCH_M } from './shared-stretches.js';
import type { Edge } from './shared-stretches.js';

/** The closed lines of what levels leave of a room: an outer one of every piece, and those of levels away from its walls. */
export interface RestContours {
  pieces: Point[][];
  openings: Point[][];
}

/** What was cut out of a room, as far as its line matters. */
export type Taken = Pick<PlacedInset, 'contour' | 'edges' | 'onBase'>;

/** Ends of two lines that follow each other: each may lie off the other by as much as edges may that count as one. */
const JOINED_M = NEAR_M + 2 * TOUCH_M;
/** Lines along walls differ by millimetres; so much of the area they enclose may too. */
const SAME_SHARE = 0.02;
/** What encloses less than this is a crumb between lines that count as one. */
const LEAST_M2 = 1e-3;

/**
 * Cuts levels that run along walls out of the contour of a room, so that its canvas is laid out as narrow as it is. What
 * no level shares of the room's line and what nothing shares of the levels' lines is joined end to end. A level from wall
 * to wall leaves several pieces. Null when the ends do not meet.
 * @param contour of the room, counter-clockwise
 */
export function restContours(contour: readonly Point[], insets: readonly Taken[]): RestContours | null {
  const alone = insets.filter(({ edges }) => edges.every(({ taken }) => taken.length === 0));
  const openings = alone.map((inset) => inset.contour);
  const joined = insets.filter((inset) => !alone.includes(inset));
  if (joined.length === 0) {
    return { pieces: [[...contour]], openings };
  }
  const room = edgesOfLine(contour).map((edge, index) => ({
    ...edge,
    taken: joined.flatMap(({ onBase }) => onBase.get(index) ?? []),
  }));
  // The canvas is to the right of a level's line, so that it is run backwards.
  const lines = [chainsOf(room), ...joined.map(({ edges }) => chainsOf(edges).map((chain) => chain.toReversed()))];
  const loops = join(lines.flat());
  if (!loops) {
    return null;
  }
  const left = loops.reduce((sum, loop) => sum + shoelaceArea(loop), 0);
  const expected = joined.reduce((rest, inset) => rest - shoelaceArea(inset.contour), shoelaceArea(contour));
  const pieces = loops.filter((loop) => shoelaceArea(loop) > 0);
  const holes = loops.filter((loop) => shoelaceArea(loop) < 0).map((loop) => loop.toReversed());
  const isWhole = pieces.length > 0 && Math.abs(left - expected) <= SAME_SHARE * expected;
  return isWhole ? { pieces, openings: [...openings, ...holes] } : null;
}

/** Points one after the other, from one end to the other. */
type Chain = Point[];

/** What is left of a closed line: the runs between what is taken of it; a run of the whole line ends where it begins. */
function chainsOf(edges: readonly (Edge & { taken: readonly Interval[] })[]): Chain[] {
  const chains: Chain[] = [];
  let isGoingOn = false;
  for (const { from, to, lengthM, taken } of edges) {
    const at = (along: number): Point => {
      const part = lengthM === 0 ? 0 : along / lengthM;
      return { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part };
    };
    const gaps = gapsBetween(taken, lengthM, TOUCH_M);
    for (const [start, end] of gaps) {
      const stop = end === lengthM ? to : at(end);
      if (isGoingOn && start === 0) {
        chains.at(-1)!.push(stop);
      } else {
        chains.push([start === 0 ? from : at(start), stop]);
      }
      isGoingOn = end === lengthM;
    }
    isGoingOn &&= gaps.length > 0;
  }
  const [first, last] = [chains[0], chains.at(-1)];
  if (isGoingOn && first && last && first !== last && first[0] === edges[0]!.from) {
    chains[0] = [...chains.pop()!, ...first.slice(1)];
  }
  return chains;
}

/** Closed lines out of chains, each followed by the one that begins nearest to its end; null when an end leads nowhere. */
function join(chains: readonly Chain[]): Point[][] | null {
  const left = new Set(chains);
  const loops: Point[][] = [];
  for (const first of chains) {
    if (!left.has(first)) {
      continue;
    }
    const loop: Point[] = [];
    let chain = first;
    do {
      left.delete(chain);
      append(loop, chain);
      const next = following(chain, [first, ...left]);
      if (!next) {
        return null;
      }
      chain = next;
    } while (chain !== first);
    if (distance(loop[0]!, loop.at(-1)!) <= NOISE_M) {
      loop.pop();
    }
    loops.push(loop);
  }
  return loops.filter((loop) => Math.abs(shoelaceArea(loop)) > LEAST_M2);
}

function append(loop: Point[], chain: Chain): void {
  const end = loop.at(-1);
  loop.push(...(end && distance(end, chain[0]!) <= NOISE_M ? chain.slice(1) : chain));
}

/** The chain that begins where another ends; of several, the one that turns most to the left, so that pieces stay apart. */
function following(chain: Chain, others: readonly Chain[]): Chain | null {
  const end = chain.at(-1)!;
  const gaps = others.map((other) => distance(end, other[0]!));
  const least = Math.min(...gaps);
  if (least > JOINED_M) {
    return null;
  }
  const candidates = others.filter((_, index) => gaps[index]! <= least + NOISE_M);
  return candidates.reduce((best, other) => (leftTurn(chain, other) > leftTurn(chain, best) ? other : best));
}

/** From −π to π. */
function leftTurn(chain: Chain, next: Chain): number {
  const [a, b, c, d] = [chain.at(-2)!, chain.at(-1)!, next[0]!, next[1]!];
  const [inX, inY, outX, outY] = [b.x - a.x, b.y - a.y, d.x - c.x, d.y - c.y];
  return Math.atan2(inX * outY - inY * outX, inX * outX + inY * outY);
}
