import { cornersLabel } from '../geometry/labels.js';
import { distance } from '../geometry/point.js';
import type { Point } from '../geometry/point.js';
import { shapeProblem } from '../shape/shape-problem.js';
import type { ShapeProblem } from '../shape/shape-problem.js';
import { SHAPE_LIMITS } from '../shape/limits.js';
import { knownMetres } from './outline.js';
import { diagonalPath } from './triangulated-readings.js';
import type { TriangulatedDraft } from './triangulated-readings.js';
import { facesOf } from './triangulation.js';

/** Three corners in ascending order. */
export type Triangle = [number, number, number];

/** Corners laid so far, the measured triangles, and what is wrong or lacking. */
export interface Laid {
  placed: Map<number, Point>;
  triangles: Triangle[];
  problems: ShapeProblem[];
}

/** A triangle whose longest side exceeds the two others together by no more than this is flat, not impossible; metres. */
const FLAT_M = 0.005;

/** An edge of the triangulation: a wall or a diagonal, the field it was typed in, and its length if it is known. */
interface Edge {
  path: string;
  lengthM: number | null;
}

type Edges = ReadonlyMap<string, Edge>;

/**
 * Lays every triangle that the given diagonals (by index; none of them cross) and the walls make and that can be reached
 * from AB over known lengths, each on the left of the edge it shares with one already laid.
 */
export function layTriangles(draft: TriangulatedDraft, diagonals: readonly number[]): Laid {
  const edges = collectEdges(draft, diagonals);
  const chords = diagonals.map((index) => draft.diagonalsMm[index]!);
  const triangles = facesOf(draft.sidesMm.length, chords).filter((face): face is Triangle => face.length === 3);
  const problems = triangles.flatMap((triangle) => checkTriangle(triangle, edges));
  return { placed: placeTriangles(triangles, edges), triangles, problems };
}

function edgeKey(a: number, b: number): string {
  return a < b ? `${a}-${b}` : `${b}-${a}`;
}

function collectEdges(draft: TriangulatedDraft, diagonals: readonly number[]): Edges {
  const count = draft.sidesMm.length;
  const edges = new Map<string, Edge>();
  draft.sidesMm.forEach((side, index) => {
    const lengthM = knownMetres(side, SHAPE_LIMITS.maxSideMm);
    edges.set(edgeKey(index, (index + 1) % count), { path: `sidesMm.${index}`, lengthM });
  });
  for (const index of diagonals) {
    const { from, to, lengthMm } = draft.diagonalsMm[index]!;
    edges.set(edgeKey(from, to), {
      path: diagonalPath(index),
      lengthM: knownMetres(lengthMm, SHAPE_LIMITS.maxDiagonalMm),
    });
  }
  return edges;
}

/** A side of a triangle as it is named in a problem; `path` is null where no single field holds it. */
export interface TriangleSide {
  from: number;
  to: number;
  path: string | null;
  lengthM: number;
}

/** Three lengths make a triangle when the longest is shorter than the two others together; a flat one is refused too. */
function checkTriangle(triangle: Triangle, edges: Edges): ShapeProblem[] {
  const [a, b, c] = triangle;
  const known = [edges.get(edgeKey(a, b))!, edges.get(edgeKey(b, c))!, edges.get(edgeKey(a, c))!];
  const lengths = known.map(({ lengthM }) => lengthM ?? 0);
  if (lengths.includes(0) || isTriangle(lengths)) {
    return [];
  }
  const sides = trianglePairs(triangle).map(([from, to], index) => {
    return { from, to, path: known[index]!.path, lengthM: lengths[index]! };
  });
  return [impossibleTriangle(triangle, sides)];
}

/** Triangles so flat that the usual errors of measuring make them impossible. */
export function flatTriangles(draft: TriangulatedDraft, diagonals: readonly number[], laid: Laid): Triangle[] {
  const edges = collectEdges(draft, diagonals);
  return laid.triangles.filter((triangle) => {
    const lengths = trianglePairs(triangle).map(([from, to]) => edges.get(edgeKey(from, to))?.lengthM ?? Number.NaN);
    const longest = Math.max(...lengths);
    const others = lengths.reduce((sum, length) => sum + length, 0) - longest;
    return !isTriangle(lengths) && longest - others <= FLAT_M;
  });
}

export function isTriangle(lengthsM: readonly number[]): boolean {
  const [a, b, c] = lengthsM as [number, number, number];
  const longest = Math.max(a, b, c);
  return longest < a + b + c - longest - 1e-9;
}

/** TRIANGLE_IMPOSSIBLE at the longest side, or at the diagonals as a whole when that side follows from several readings. */
export function impossibleTriangle(triangle: Triangle, sides: readonly TriangleSide[]): ShapeProblem {
  const [longest, ...others] = sides.toSorted((a, b) => b.lengthM - a.lengthM) as [TriangleSide, ...TriangleSide[]];
  return shapeProblem('TRIANGLE_IMPOSSIBLE', longest.path ?? 'diagonalsMm', {
    triangle: cornersLabel(triangle),
    longest: wallOrDiagonalLabel(longest),
    longestMm: toMm(longest.lengthM),
    othersMm: toMm(others.reduce((sum, { lengthM }) => sum + lengthM, 0)),
  });
}

export function trianglePairs([a, b, c]: Triangle): [number, number][] {
  return [
    [a, b],
    [b, c],
    [a, c],
  ];
}

/** The last wall is written "FA", as everywhere, though its corners are 0 and n − 1 here. */
function wallOrDiagonalLabel({ from, to, path }: TriangleSide): string {
  const closing = path?.startsWith('sidesMm') && to - from > 1;
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
export function thirdPoint([p, q]: [Point, Point], toP: number, toQ: number): Point | null {
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
