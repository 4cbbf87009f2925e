import { shoelaceArea } from '../geometry/polygon.js';
import type { CutPoint } from './cutting-sheet.js';

/** Closed lines of a figure: outlines counter-clockwise, holes clockwise; it lies to the left of them. */
export type Lines = readonly (readonly CutPoint[])[];

/** A point so near to the edge of a strip lies on it, and lines enclosing less than nothing are none. */
const ON_EDGE_MM = 1e-4;
const LEAST_MM2 = 1e-6;
const SAME_PLACE_MM = 1e-7;

/** What of a figure lies between two levels of y. A line along a level is an edge of what lies on one side of it. */
export function clipBand(lines: Lines, low: number, high: number): CutPoint[][] {
  return clip(clip(lines, low, 1), high, -1);
}

/** What of a figure lies between two levels of x. */
export function clipUpright(lines: Lines, left: number, right: number): CutPoint[][] {
  return transposed(clipBand(transposed(lines), left, right));
}

function transposed(lines: Lines): CutPoint[][] {
  return lines.map((line) => line.map(({ x, y, ...rest }) => ({ ...rest, x: y, y: x })).toReversed());
}

/** A stretch of a line on the kept side, with the places where it comes from the edge and goes back to it. */
interface Chain {
  points: CutPoint[];
  enter: Meeting;
  exit: Meeting;
}

interface Meeting {
  x: number;
  /** How fast the line goes to the right as it leaves the edge: tells apart lines that meet it in one place. */
  lean: number;
}

/** @param side 1 keeps what is above the level, −1 what is below. */
function clip(lines: Lines, level: number, side: 1 | -1): CutPoint[][] {
  const snapped = lines.map((line) =>
    line.map((point) => (Math.abs(point.y - level) <= ON_EDGE_MM ? { ...point, y: level } : point)),
  );
  const isKept = ({ y }: CutPoint) => (y - level) * side > 0;
  const whole = snapped.filter((line) => line.every(isKept));
  const cut = snapped.filter((line) => line.some(isKept) && !line.every(isKept));
  const chains = cut.flatMap((line) => chainsOf(line, level, isKept));
  return [...whole, ...joined(chains, level)]
    .map(withoutRepeats)
    .filter((line) => Math.abs(shoelaceArea(line)) > LEAST_MM2);
}

function chainsOf(line: readonly CutPoint[], level: number, isKept: (point: CutPoint) => boolean): Chain[] {
  const chains: Chain[] = [];
  const at = (index: number) => line[index % line.length]!;
  const start = line.findIndex((point, index) => !isKept(point) && isKept(at(index + 1)));
  for (let step = start; step < start + line.length; step += 1) {
    const [from, to] = [at(step), at(step + 1)];
    if (!isKept(from) && isKept(to)) {
      const enter = meetingOf(to, from, level);
      chains.push({ points: [{ x: enter.x, y: level }, to], enter, exit: enter });
    } else if (isKept(from) && isKept(to)) {
      chains.at(-1)!.points.push(to);
    } else if (isKept(from)) {
      const chain = chains.at(-1)!;
      chain.exit = meetingOf(from, to, level);
      chain.points.push({ x: chain.exit.x, y: level });
    }
  }
  return chains;
}

function meetingOf(kept: CutPoint, lost: CutPoint, level: number): Meeting {
  const share = (level - kept.y) / (lost.y - kept.y);
  const x = lost.y === level ? lost.x : kept.x + (lost.x - kept.x) * share;
  return { x, lean: (kept.x - x) / Math.abs(kept.y - level) };
}

/** Along the edge the figure lies between the first and the second meeting, the third and the fourth, and so on. */
function joined(chains: readonly Chain[], level: number): CutPoint[][] {
  const meetings = chains
    .flatMap((chain) => [
      { ...chain.enter, chain, isEnter: true },
      { ...chain.exit, chain, isEnter: false },
    ])
    .sort((a, b) => (Math.abs(a.x - b.x) > SAME_PLACE_MM ? a.x - b.x : a.lean - b.lean));
  const next = new Map<Chain, Chain>();
  for (let index = 0; index < meetings.length; index += 2) {
    const [a, b] = [meetings[index]!, meetings[index + 1]!];
    if (a.isEnter === b.isEnter) {
      throw new Error(`The lines of a canvas do not close at the edge of a strip at ${level} mm`);
    }
    const [enter, exit] = a.isEnter ? [a, b] : [b, a];
    next.set(exit.chain, enter.chain);
  }
  const left = new Set(chains);
  const lines: CutPoint[][] = [];
  for (const first of left) {
    const line: CutPoint[] = [];
    for (let chain = first; left.delete(chain); chain = next.get(chain)!) {
      line.push(...chain.points);
    }
    lines.push(line);
  }
  return lines;
}

function withoutRepeats(line: readonly CutPoint[]): CutPoint[] {
  return line.filter((point, index) => {
    const before = line[(index + line.length - 1) % line.length]!;
    return Math.hypot(point.x - before.x, point.y - before.y) > SAME_PLACE_MM;
  });
}
