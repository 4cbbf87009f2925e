import { cornersLabel } from '../geometry/labels.js';
import { distance } from '../geometry/point.js';
import type { Point } from '../geometry/point.js';
import { SHAPE_LIMITS } from '../shape/limits.js';
import type { DiagonalReading, TriangulatedShape } from '../shape/room-shape.js';
import { shapeProblem } from '../shape/shape-problem.js';
import type { ShapeProblem } from '../shape/shape-problem.js';
import { failed, knownMetres } from './outline.js';
import type { OutlineResult } from './outline.js';
import { chordsCross, facesOf, missingChords } from './triangulation.js';

type Triangle = [number, number, number];

/** An edge of the triangulation: a wall or a diagonal, the field it was typed in, and its length if it is known. */
interface Edge {
  path: string;
  lengthM: number | null;
}

type Edges = ReadonlyMap<string, Edge>;

/**
 * A room by its n walls and n − 3 diagonals of any triangulation. Every triangle is laid on the left of the edge it
 * shares with one already laid, so that reflex corners come out by themselves. `problems` are those of the field checks.
 */
export function outlineTriangulated(draft: TriangulatedShape<number | null>, problems: ShapeProblem[]): OutlineResult {
  const count = draft.sidesMm.length;
  const chordProblems = checkChords(count, draft.diagonalsMm);
  if (chordProblems.some(({ code }) => code !== 'DIAGONAL_MISSING')) {
    return failed([...problems, ...chordProblems]);
  }
  const edges = collectEdges(draft);
  const triangles = facesOf(count, draft.diagonalsMm).filter((face): face is Triangle => face.length === 3);
  const impossible = triangles.flatMap((triangle) => checkTriangle(triangle, edges));
  const placed = placeTriangles(triangles, edges);
  const found = [...problems, ...chordProblems, ...impossible];
  if (found.length > 0) {
    return failed(found, placed);
  }
  const vertices = Array.from({ length: count }, (_, corner) => placed.get(corner)!);
  const diagonals = draft.diagonalsMm.map(({ from, to, lengthMm }) => ({ from, to, lengthM: lengthMm! / 1000 }));
  const sidesM = draft.sidesMm.map((side) => side! / 1000);
  return { ok: true, outline: { vertices, sidesM, diagonals, triangles, gapMm: null } };
}

function checkChords(count: number, chords: readonly DiagonalReading<number | null>[]): ShapeProblem[] {
  const needed = count - 3;
  if (chords.length > needed) {
    return [shapeProblem('TOO_MANY_DIAGONALS', 'diagonalsMm', { expected: needed, count: chords.length })];
  }
  const problems = chords.flatMap((chord, index) => checkAgainstEarlier(chords, chord, index));
  if (problems.length > 0 || chords.length === needed) {
    return problems;
  }
  const missing = missingChords(count, chords);
  const suggest = missing[0] ? cornersLabel([missing[0].from, missing[0].to]) : '';
  return [shapeProblem('DIAGONAL_MISSING', 'diagonalsMm', { suggest, count: missing.length })];
}

function checkAgainstEarlier(
  chords: readonly DiagonalReading<number | null>[],
  chord: DiagonalReading<number | null>,
  index: number,
): ShapeProblem[] {
  const path = `diagonalsMm.${index}`;
  const label = cornersLabel([chord.from, chord.to]);
  for (const other of chords.slice(0, index)) {
    if (edgeKey(other.from, other.to) === edgeKey(chord.from, chord.to)) {
      return [shapeProblem('DIAGONAL_INVALID', path, { duplicate: label })];
    }
    if (chordsCross(other, chord)) {
      const diagonals = `${cornersLabel([other.from, other.to])},${label}`;
      return [shapeProblem('DIAGONALS_CROSS', path, { diagonals })];
    }
  }
  return [];
}

function edgeKey(a: number, b: number): string {
  return a < b ? `${a}-${b}` : `${b}-${a}`;
}

function collectEdges(draft: TriangulatedShape<number | null>): Edges {
  const count = draft.sidesMm.length;
  const edges = new Map<string, Edge>();
  draft.sidesMm.forEach((side, index) => {
    const lengthM = knownMetres(side, SHAPE_LIMITS.maxSideMm);
    edges.set(edgeKey(index, (index + 1) % count), { path: `sidesMm.${index}`, lengthM });
  });
  draft.diagonalsMm.forEach(({ from, to, lengthMm }, index) => {
    const lengthM = knownMetres(lengthMm, SHAPE_LIMITS.maxDiagonalMm);
    edges.set(edgeKey(from, to), { path: `diagonalsMm.${index}.lengthMm`, lengthM });
  });
  return edges;
}

/** Three lengths make a triangle when the longest is shorter than the two others together; a flat one is refused too. */
function checkTriangle(triangle: Triangle, edges: Edges): ShapeProblem[] {
  const sides = trianglePairs(triangle).map(([from, to]) => ({ from, to, edge: edges.get(edgeKey(from, to))! }));
  if (sides.some(({ edge }) => edge.lengthM === null)) {
    return [];
  }
  const [longest, ...others] = sides.sort((a, b) => b.edge.lengthM! - a.edge.lengthM!);
  const sumM = others.reduce((sum, { edge }) => sum + edge.lengthM!, 0);
  if (longest!.edge.lengthM! < sumM - 1e-9) {
    return [];
  }
  return [
    shapeProblem('TRIANGLE_IMPOSSIBLE', longest!.edge.path, {
      triangle: cornersLabel(triangle),
      longest: wallOrDiagonalLabel(longest!),
      longestMm: toMm(longest!.edge.lengthM!),
      othersMm: toMm(sumM),
    }),
  ];
}

function trianglePairs([a, b, c]: Triangle): [number, number][] {
  return [
    [a, b],
    [b, c],
    [a, c],
  ];
}

/** The last wall is written "FA", as everywhere, though its corners are 0 and n − 1 here. */
function wallOrDiagonalLabel({ from, to, edge }: { from: number; to: number; edge: Edge }): string {
  const closing = edge.path.startsWith('sidesMm') && to - from > 1;
  return cornersLabel(closing ? [to, from] : [from, to]);
}

function toMm(metres: number): number {
  return Math.round(metres * 10_000) / 10;
}

/** Lays every triangle that can be reached from AB over known edges; answers the corners laid. */
function placeTriangles(triangles: readonly Triangle[], edges: Edges): Map<number, Point> {
  const placed = new Map<number, Point>();
  const ab = edges.get(edgeKey(0, 1))?.lengthM ?? null;
  if (ab === null) {
    return placed;
  }
  placed.set(0, { x: 0, y: 0 }).set(1, { x: ab, y: 0 });
  let waiting = [...triangles];
  for (let progress = true; progress;) {
    const rest = waiting.filter((triangle) => !placeThirdCorner(triangle, edges, placed));
    progress = rest.length < waiting.length;
    waiting = rest;
  }
  return placed;
}

/** Corners ascend in a triangle, so going from one to the next keeps the third on the left. False: cannot be laid yet. */
function placeThirdCorner([a, b, c]: Triangle, edges: Edges, placed: Map<number, Point>): boolean {
  for (const [from, to, third] of [
    [a, b, c],
    [b, c, a],
    [c, a, b],
  ] as const) {
    const p = placed.get(from);
    const q = placed.get(to);
    if (!p || !q || placed.has(third)) {
      continue;
    }
    const toFirst = edges.get(edgeKey(from, third))?.lengthM ?? null;
    const toSecond = edges.get(edgeKey(to, third))?.lengthM ?? null;
    const point = toFirst === null || toSecond === null ? null : thirdPoint([p, q], toFirst, toSecond);
    if (point) {
      placed.set(third, point);
      return true;
    }
  }
  return false;
}

/** The point on the left of p → q at the given distances from p and q; null when the three make no triangle. */
function thirdPoint([p, q]: [Point, Point], toP: number, toQ: number): Point | null {
  const base = distance(p, q);
  const along = (toP * toP - toQ * toQ + base * base) / (2 * base);
  const heightSquared = toP * toP - along * along;
  if (!(heightSquared > 0)) {
    return null;
  }
  const height = Math.sqrt(heightSquared);
  const ux = (q.x - p.x) / base;
  const uy = (q.y - p.y) / base;
  return { x: p.x + along * ux - height * uy, y: p.y + along * uy + height * ux };
}
