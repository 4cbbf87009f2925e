import { SHAPE_LIMITS } from '../shape/limits.js';
import { knownMetres } from './outline.js';
import type { TriangulatedDraft } from './triangulated-readings.js';

/** More than any triangulation of triangles that exist costs. */
const IMPOSSIBLE_COST = 1e12;

/** A measured line between two corners. */
interface Line {
  lengthM: number;
  /** Of the diagonal; null for a wall. */
  index: number | null;
}

/** The soundest way to cut the part of the room beyond a line, and the diagonals it takes. */
interface Cut {
  cost: number;
  diagonals: number[];
}

/**
 * Of all measured diagonals those that cut the room into triangles, the soundest way there is: a triangle costs
 * 1 / sin² of its smallest angle, as in bestTriangulation, and one that cannot exist costs more than any other.
 * @returns indexes of n − 3 diagonals, or null when the measured ones cut it into no triangles
 */
export function soundestTriangulation(draft: TriangulatedDraft): number[] | null {
  const count = draft.sidesMm.length;
  const lines = linesOf(draft);
  const cuts = new Map<string, Cut>();
  for (let span = 1; span < count; span += 1) {
    for (let from = 0; from + span < count; from += 1) {
      const cut = cutBeyond([from, from + span], lines, cuts);
      if (cut) {
        cuts.set(keyOf(from, from + span), cut);
      }
    }
  }
  return cuts.get(keyOf(0, count - 1))?.diagonals ?? null;
}

function keyOf(a: number, b: number): string {
  return a < b ? `${a}-${b}` : `${b}-${a}`;
}

function linesOf({ sidesMm, diagonalsMm }: TriangulatedDraft): Map<string, Line> {
  const lines = new Map<string, Line>();
  sidesMm.forEach((side, wall) => {
    const lengthM = knownMetres(side, SHAPE_LIMITS.maxSideMm) ?? 0;
    lines.set(keyOf(wall, (wall + 1) % sidesMm.length), { lengthM, index: null });
  });
  diagonalsMm.forEach(({ from, to, lengthMm }, index) => {
    const lengthM = knownMetres(lengthMm, SHAPE_LIMITS.maxDiagonalMm);
    if (lengthM !== null) {
      lines.set(keyOf(from, to), { lengthM, index });
    }
  });
  return lines;
}

function cutBeyond(
  [from, to]: [number, number],
  lines: ReadonlyMap<string, Line>,
  cuts: ReadonlyMap<string, Cut>,
): Cut | null {
  const base = lines.get(keyOf(from, to));
  if (!base) {
    return null;
  }
  const own = base.index === null ? [] : [base.index];
  let best: Cut | null = to - from === 1 ? { cost: 0, diagonals: [] } : null;
  for (let at = from + 1; at < to; at += 1) {
    const [left, right] = [cuts.get(keyOf(from, at)), cuts.get(keyOf(at, to))];
    if (left && right) {
      const sides = [lines.get(keyOf(from, at))!.lengthM, lines.get(keyOf(at, to))!.lengthM] as const;
      const cost = left.cost + right.cost + triangleCost(base.lengthM, ...sides);
      if (cost < (best?.cost ?? Infinity)) {
        best = { cost, diagonals: [...left.diagonals, ...right.diagonals, ...own] };
      }
    }
  }
  return best;
}

/** By the law of cosines at the smallest angle, which is between the two longer sides. */
function triangleCost(...sides: [number, number, number]): number {
  const [short, middle, long] = sides.sort((a, b) => a - b);
  const cosine = (middle * middle + long * long - short * short) / (2 * middle * long);
  const squaredSine = 1 - cosine * cosine;
  return squaredSine > 1 / IMPOSSIBLE_COST ? 1 / squaredSine : IMPOSSIBLE_COST;
}
