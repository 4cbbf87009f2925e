import { distance, NOISE_M } from '../geometry/point.js';
import type { Point } from '../geometry/point.js';
import { shoelaceArea } from '../geometry/polygon.js';
import { sharedStretch, TOUCH_M } from './shared-stretches.js';
import type { Edge } from './shared-stretches.js';

/** The closed lines of what levels leave of a room: the outer one, and those of levels away from its walls. */
export interface RestContours {
  contour: Point[];
  openings: Point[][];
}

/** Ends of two lines that follow each other: each may lie off the other by as much as edges may that count as one. */
const JOINED_M = 3 * TOUCH_M;
/** Lines along walls differ by millimetres; so much of the area they enclose may too. */
const SAME_SHARE = 0.02;
/** What encloses less than this is a crumb between lines that count as one. */
const LEAST_M2 = 1e-3;

/**
 * Cuts levels that run along walls out of the contour of a room, so that its canvas is laid out as narrow as it is.
 * Pieces of the room's line that no level shares and pieces of the levels' lines that no wall shares are joined end to
 * end. Null when that makes no single room: a level from wall to wall leaves two.
 * @param base the room's contour, counter-clockwise; `levels` likewise.
 */
export function restContours(base: readonly Point[], levels: readonly (readonly Point[])[]): RestContours | null {
  const walls = edgesOf(base);
  const pieces = levels.flatMap((level) => {
    const edges = edgesOf(level);
    return edges.flatMap((edge) => without(edge, stretchesOn(edge, walls)).map(([from, to]): Piece => [to, from]));
  });
  const levelEdges = levels.flatMap(edgesOf);
  const loops = join([...walls.flatMap((wall) => without(wall, stretchesOn(wall, levelEdges))), ...pieces]);
  if (!loops) {
    return null;
  }
  const outer = loops.filter((loop) => shoelaceArea(loop) > 0);
  const openings = loops.filter((loop) => shoelaceArea(loop) <= 0).map((loop) => loop.toReversed());
  const [contour] = outer;
  const left = loops.reduce((sum, loop) => sum + shoelaceArea(loop), 0);
  const expected = levels.reduce((rest, level) => rest - shoelaceArea(level), shoelaceArea(base));
  return contour && outer.length === 1 && Math.abs(left - expected) <= SAME_SHARE * expected
    ? { contour, openings }
    : null;
}

type Piece = [from: Point, to: Point];

function edgesOf(line: readonly Point[]): Edge[] {
  return line.map((from, wall) => {
    const to = line[(wall + 1) % line.length]!;
    return { from, to, wall, startM: 0, lengthM: distance(from, to), scale: 1 };
  });
}

/** Where an edge runs along others, from and to in metres along it, in order. */
function stretchesOn(edge: Edge, others: readonly Edge[]): [number, number][] {
  const stretches = others.flatMap((other) => {
    const stretch = sharedStretch(edge, other);
    return stretch ? [stretch.own] : [];
  });
  return stretches.sort((a, b) => a[0] - b[0]);
}

/** What is left of an edge; crumbs shorter than a touch are nothing. */
function without({ from, to, lengthM }: Edge, stretches: readonly [number, number][]): Piece[] {
  const at = (along: number): Point => {
    const part = lengthM === 0 ? 0 : along / lengthM;
    return { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part };
  };
  const pieces: Piece[] = [];
  let reached = 0;
  for (const [start, end] of [...stretches, [lengthM, lengthM] as const]) {
    if (start - reached > (stretches.length === 0 ? 0 : TOUCH_M)) {
      pieces.push([at(reached), at(start)]);
    }
    reached = Math.max(reached, end);
  }
  return pieces;
}

/** Closed lines out of their pieces, each after the one whose end is nearest; null when an end leads nowhere. */
function join(pieces: readonly Piece[]): Point[][] | null {
  const left = new Set(pieces);
  const loops: Point[][] = [];
  for (const first of pieces) {
    if (!left.delete(first)) {
      continue;
    }
    const loop = [first[0]];
    for (let end = first[1]; ;) {
      const next = nearest(end, left);
      const gap = next ? distance(end, next[0]) : Infinity;
      if (distance(end, first[0]) <= Math.min(gap, JOINED_M)) {
        break;
      }
      if (!next || gap > JOINED_M) {
        return null;
      }
      left.delete(next);
      loop.push(...(gap > NOISE_M ? [end] : []), next[0]);
      end = next[1];
    }
    loops.push(loop);
  }
  return loops.filter((loop) => Math.abs(shoelaceArea(loop)) > LEAST_M2);
}

function nearest(end: Point, pieces: ReadonlySet<Piece>): Piece | null {
  let best: Piece | null = null;
  for (const piece of pieces) {
    if (!best || distance(end, piece[0]) < distance(end, best[0])) {
      best = piece;
    }
  }
  return best;
}
