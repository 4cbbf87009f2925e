import { cornersLabel, wallLabel } from '../geometry/labels.js';
import { findCrossing } from '../geometry/polygon.js';
import type { Point } from '../geometry/point.js';
import { SHAPE_LIMITS } from '../shape/limits.js';
import type { RightAngledShape } from '../shape/room-shape.js';
import { shapeProblem } from '../shape/shape-problem.js';
import type { ShapeProblem } from '../shape/shape-problem.js';
import { failed, knownMetres } from './outline.js';
import type { Outline, OutlineFailure, OutlineResult } from './outline.js';
import { checkClosing, signOf } from './right-angled-check.js';
import { findClosing, leastGap, searchTurns } from './right-angled-search.js';
import type { Heading, Headings } from './right-angled-search.js';

/** Sums of tenths of a millimetre in doubles. */
const NOISE_MM = 1e-6;
/** Gaps looked for one after another: a great one is closed only when no smaller one can be, for it fits by chance too. */
const GAPS_MM = [10, 30, SHAPE_LIMITS.maxGapMm].map((gap) => gap + NOISE_MM);
const MAX_GAP_MM = GAPS_MM.at(-1)!;
const MAX_OPTIONS = 8;

/**
 * A room whose corners are all 90° or 270°, by its walls alone. Which corners turn back follows from closure; a gap of
 * up to 100 mm on an axis is spread over the walls of that axis in proportion to their lengths, and reported as the check
 * of the room. When the lengths allow several rooms, RIGHT_ANGLES_AMBIGUOUS lists the reflex corners of each and the draft has to say which.
 */
export function outlineRightAngled(draft: RightAngledShape<number | null>, problems: ShapeProblem[]): OutlineResult {
  if (problems.length > 0) {
    return failed(problems, knownWalls(draft));
  }
  const sidesMm = draft.sidesMm as number[];
  return draft.reflexCorners ? followCorners(sidesMm, draft.reflexCorners) : findCorners(sidesMm);
}

/** A set of reflex corners that fits the walls, for a person to choose from. */
export interface RightAngledOption {
  reflexCorners: number[];
  vertices: Point[];
}

/** Every room the walls allow, at most eight; empty when there is none or a length is missing. */
export function rightAngledOptions(sidesMm: readonly (number | null)[]): RightAngledOption[] {
  const known = sidesMm.map((side) => knownMetres(side, SHAPE_LIMITS.maxSideMm));
  if (known.length < 4 || known.length > SHAPE_LIMITS.maxCorners || known.length % 2 === 1 || known.includes(null)) {
    return [];
  }
  const { fitting } = findFitting(sidesMm as number[]);
  return fitting.slice(0, MAX_OPTIONS).map(({ headings, outline }) => ({
    reflexCorners: reflexCornersOf(headings),
    vertices: outline.vertices,
  }));
}

interface Fitting {
  headings: Headings;
  outline: Outline;
}

function findFitting(sidesMm: readonly number[]): { fitting: Fitting[]; complete: boolean } {
  for (const maxGapMm of GAPS_MM) {
    const { candidates, complete } = searchTurns(sidesMm, maxGapMm);
    const laid = candidates.map((headings) => ({ headings, outline: layWalls(sidesMm, headings) }));
    const fitting = laid.filter(({ outline }) => findCrossing(outline.vertices) === null);
    if (fitting.length > 0 || !complete) {
      return { fitting, complete };
    }
  }
  return { fitting: [], complete: true };
}

function findCorners(sidesMm: readonly number[]): OutlineResult {
  const { fitting, complete } = findFitting(sidesMm);
  const [only] = fitting;
  if (fitting.length === 1 && complete && only) {
    return { ok: true, outline: only.outline };
  }
  if (fitting.length > 0 || !complete) {
    const options = fitting.slice(0, MAX_OPTIONS).map(({ headings }) => cornersLabel(reflexCornersOf(headings)));
    const params = { options: options.join(','), count: fitting.length };
    return stopped(shapeProblem('RIGHT_ANGLES_AMBIGUOUS', 'reflexCorners', params), only?.outline);
  }
  const closing = findClosing(sidesMm, MAX_GAP_MM);
  if (closing) {
    const crossing = layWalls(sidesMm, closing);
    return stopped(crossingProblem(crossing), crossing);
  }
  return stopped(closingProblem(sidesMm));
}

/** The reflex corners are given: walk them, and see whether the walls close. */
function followCorners(sidesMm: readonly number[], reflexCorners: readonly number[]): OutlineResult {
  const expected = (sidesMm.length - 4) / 2;
  if (reflexCorners.length !== expected) {
    const complement = [...sidesMm.keys()].filter((corner) => !reflexCorners.includes(corner));
    if (complement.length === expected && followCorners(sidesMm, complement).ok) {
      return stopped(shapeProblem('MIRRORED', 'reflexCorners', { reflexCorners: cornersLabel(complement) }));
    }
    return stopped(shapeProblem('REFLEX_CORNERS_INVALID', 'reflexCorners', { expected, count: reflexCorners.length }));
  }
  const headings = headingsOf(sidesMm.length, reflexCorners);
  const outline = layWalls(sidesMm, headings);
  const { x, y } = gapOf(sidesMm, headings);
  if (Math.abs(x) > MAX_GAP_MM || Math.abs(y) > MAX_GAP_MM) {
    const walked = { ...outline, vertices: walk(sidesMm, headings) };
    return stopped(gapProblem(Math.abs(x), Math.abs(y)), walked);
  }
  return findCrossing(outline.vertices) ? stopped(crossingProblem(outline), outline) : { ok: true, outline };
}

function stopped(problem: ShapeProblem, outline?: Outline): OutlineFailure {
  return failed([problem], new Map(outline?.vertices.entries()));
}

function crossingProblem({ vertices }: Outline): ShapeProblem {
  const crossing = findCrossing(vertices) ?? [];
  const walls = crossing.map((index) => wallLabel(index, vertices.length)).join(',');
  return shapeProblem('WALLS_CROSS', crossing.length > 0 ? `sidesMm.${crossing[1]}` : 'sidesMm', { walls });
}

/** No way to turn closes the walls: the least gap of each axis says how far off they are. */
function closingProblem(sidesMm: readonly number[]): ShapeProblem {
  const [x, y] = [0, 1].map((axis) => leastGap(sidesMm.filter((_, index) => index % 2 === axis)));
  return gapProblem(x!, y!);
}

function gapProblem(x: number, y: number): ShapeProblem {
  const [gapXmm, gapYmm] = [x, y].map((gap) => Math.round(gap * 10) / 10) as [number, number];
  return shapeProblem('RIGHT_ANGLES_DO_NOT_CLOSE', 'sidesMm', { gapXmm, gapYmm, maxGapMm: SHAPE_LIMITS.maxGapMm });
}

function headingsOf(count: number, reflexCorners: readonly number[]): Heading[] {
  const headings: Heading[] = [0];
  for (let corner = 1; corner < count; corner += 1) {
    const turn = reflexCorners.includes(corner) ? 3 : 1;
    headings.push(((headings[corner - 1]! + turn) % 4) as Heading);
  }
  return headings;
}

function reflexCornersOf(headings: Headings): number[] {
  const turnsRight = (heading: Heading, index: number) =>
    (headings[(index + headings.length - 1) % headings.length]! + 3) % 4 === heading;
  return headings.flatMap((heading, index) => (turnsRight(heading, index) ? [index] : []));
}

/** What is left between the end of the last wall and A, with its sign. */
function gapOf(sidesMm: readonly number[], headings: Headings): { x: number; y: number } {
  const gap = { x: 0, y: 0 };
  sidesMm.forEach((side, index) => {
    gap[index % 2 === 0 ? 'x' : 'y'] += signOf(headings[index]!) * side;
  });
  return gap;
}

function layWalls(sidesMm: readonly number[], headings: Headings): Outline {
  const gap = gapOf(sidesMm, headings);
  const totals = [0, 1].map((axis) => sidesMm.reduce((sum, side, index) => sum + (index % 2 === axis ? side : 0), 0));
  const closed = sidesMm.map((side, index) => {
    const share = (index % 2 === 0 ? gap.x : gap.y) / totals[index % 2]!;
    return side - signOf(headings[index]!) * side * share;
  });
  const spread = Math.abs(gap.x) > NOISE_MM || Math.abs(gap.y) > NOISE_MM;
  const gapMm = { x: Math.round(Math.abs(gap.x) * 10) / 10, y: Math.round(Math.abs(gap.y) * 10) / 10 };
  return {
    vertices: walk(closed, headings),
    sidesM: closed.map((side) => side / 1000),
    diagonals: [],
    triangles: [],
    gapMm: spread ? gapMm : null,
    check: checkClosing(sidesMm, headings, gap),
  };
}

function walk(sidesMm: readonly number[], headings: Headings): Point[] {
  const vertices: Point[] = [{ x: 0, y: 0 }];
  for (const [index, side] of sidesMm.slice(0, -1).entries()) {
    const { x, y } = vertices[index]!;
    const step = (signOf(headings[index]!) * side) / 1000;
    vertices.push(index % 2 === 0 ? { x: x + step, y } : { x, y: y + step });
  }
  return vertices;
}

/**
 * While typing: the walls from A on as far as they are known and their turns are certain. Without given reflex corners
 * only the first turn is drawn, since both ways mirror each other until the third wall.
 */
function knownWalls({ sidesMm, reflexCorners }: RightAngledShape<number | null>): Map<number, Point> {
  const end = sidesMm.findIndex((side) => knownMetres(side, SHAPE_LIMITS.maxSideMm) === null);
  const known = sidesMm.slice(0, end < 0 ? sidesMm.length : end) as number[];
  const certain = reflexCorners ? known : known.slice(0, 2);
  if (certain.length === 0) {
    return new Map();
  }
  // One more wall than known, so that the end of the last known one is a vertex.
  const walls = certain.length < sidesMm.length ? [...certain, 0] : certain;
  return new Map(walk(walls, headingsOf(walls.length, reflexCorners ?? [])).entries());
}
