import type { Point } from '../geometry/point.js';
import { choleskyFactor, solveFactored, solveLower } from './least-squares-solver.js';
import type { LengthReading, Reading } from './triangulated-readings.js';

/** Corners that fit all readings best. */
export interface Adjustment {
  vertices: Point[];
  /** Sum of squared residuals, each in its own standard deviations. */
  squares: number;
}

/** What a reading has to do with the others after an adjustment. */
export interface ReadingFit {
  /** Measured less adjusted, metres or radians. */
  residual: number;
  /** The share of an error of this reading that shows up in its own residual: 0 is not controlled at all, 1 wholly. */
  control: number;
}

/** Steps of the adjustment; a few are enough unless the readings have nothing to do with each other. */
const MAX_STEPS = 40;
const MAX_DAMPINGS = 12;
/** A step that moves no corner by more than ten nanometres changes nothing; one below ten micrometres is good enough. */
const DONE_M = 1e-8;
const GOOD_ENOUGH_M = 1e-5;

/** A linearised reading: how it changes with the unknowns, over its standard deviation, and what is left of it. */
interface Equation {
  unknowns: number[];
  slopes: number[];
  rest: number;
}

/**
 * The room that fits all readings best in the sense of least squares: Gauss–Newton on 2n − 3 unknowns (A is the origin,
 * B lies on the x axis), damped after Levenberg and Marquardt where a full step would not help. Lengths and angles weigh
 * by their standard deviations.
 * @param start corners near the answer, A at the origin and AB along +x
 * @returns null when it comes to no end, so that no room fits the readings at all
 */
export function adjust(start: readonly Point[], readings: readonly Reading[]): Adjustment | null {
  let vertices = [...start];
  let equations = linearise(vertices, readings);
  let squares = squaresOf(equations);
  let damping = 0;
  let moved = Infinity;
  for (let step = 0; step < MAX_STEPS && moved > DONE_M; step += 1) {
    const next = improve(vertices, equations, { readings, squares, damping });
    if (!next) {
      // Not even a tiny step helps: the bottom, or nowhere near one.
      break;
    }
    ({ vertices, equations, squares, damping, moved } = next);
  }
  return Number.isFinite(squares) && (moved <= GOOD_ENOUGH_M || isFlat(vertices, equations))
    ? { vertices, squares }
    : null;
}

interface Progress {
  vertices: Point[];
  equations: Equation[];
  squares: number;
  damping: number;
  moved: number;
}

/** One step that does not make the fit worse; null when there is none. */
function improve(
  vertices: readonly Point[],
  equations: readonly Equation[],
  at: { readings: readonly Reading[]; squares: number; damping: number },
): Progress | null {
  const unknowns = 2 * vertices.length - 3;
  const { matrix, right } = normalEquations(equations, unknowns);
  let damping = at.damping;
  for (let attempt = 0; attempt < MAX_DAMPINGS; attempt += 1) {
    const factor = choleskyFactor(matrix, unknowns, damping);
    if (factor) {
      const step = solveFactored(factor, right, unknowns);
      const next = movedBy(vertices, step);
      const fit = linearise(next, at.readings);
      const squares = squaresOf(fit);
      if (squares <= at.squares * (1 + 1e-12) + 1e-18) {
        // A damped step is short wherever the bottom is: only a full one tells that it is near.
        const moved = damping > 0 ? Infinity : step.reduce((most, change) => Math.max(most, Math.abs(change)), 0);
        return { vertices: next, equations: fit, squares, damping: damping <= 1e-6 ? 0 : damping / 10, moved };
      }
    }
    damping = Math.max(1e-6, damping * 10);
  }
  return null;
}

/** True at a bottom: a full step from here would move no corner noticeably. */
function isFlat(vertices: readonly Point[], equations: readonly Equation[]): boolean {
  const unknowns = 2 * vertices.length - 3;
  const { matrix, right } = normalEquations(equations, unknowns);
  const factor = choleskyFactor(matrix, unknowns, 0);
  return factor !== null && solveFactored(factor, right, unknowns).every((change) => Math.abs(change) <= GOOD_ENOUGH_M);
}

/**
 * How far each reading of an adjusted room is controlled by the others; null where the room is not fixed by its readings
 * in that neighbourhood.
 */
export function fitOf(vertices: readonly Point[], readings: readonly Reading[]): ReadingFit[] | null {
  const unknowns = 2 * vertices.length - 3;
  const equations = linearise(vertices, readings);
  const factor = choleskyFactor(normalEquations(equations, unknowns).matrix, unknowns, 0);
  if (!factor) {
    return null;
  }
  return equations.map((equation, index) => {
    const taken = varianceOf(equation, factor, unknowns);
    return { residual: equation.rest * readings[index]!.sigma, control: Math.max(0, 1 - taken) };
  });
}

/**
 * How far distances between corners of a room may be off for the errors its readings usually have: one standard
 * deviation of each, in metres. Null where the readings do not fix the room.
 */
export function spreadsOf(
  vertices: readonly Point[],
  readings: readonly Reading[],
  distances: readonly LengthReading[],
): number[] | null {
  const unknowns = 2 * vertices.length - 3;
  const factor = choleskyFactor(normalEquations(linearise(vertices, readings), unknowns).matrix, unknowns, 0);
  if (!factor) {
    return null;
  }
  return linearise(vertices, distances).map(
    (equation, index) => Math.sqrt(varianceOf(equation, factor, unknowns)) * distances[index]!.sigma,
  );
}

/** The variance of a linearised reading as the others have it, in squared standard deviations of its own. */
function varianceOf(equation: Equation, factor: Float64Array, unknowns: number): number {
  const row = new Float64Array(unknowns);
  equation.unknowns.forEach((unknown, place) => {
    row[unknown]! += equation.slopes[place]!;
  });
  return solveLower(factor, row, unknowns).reduce((sum, value) => sum + value * value, 0);
}

/** What a reading would be in a room with these corners: metres, or radians between 0 and 2π. */
export function computedReading(reading: Reading, vertices: readonly Point[]): number {
  if (reading.kind === 'length') {
    const [a, b] = [vertices[reading.from]!, vertices[reading.to]!];
    return Math.hypot(b.x - a.x, b.y - a.y);
  }
  return interiorAngle(vertices, reading.corner);
}

/** The angle of a corner on the left of its walls, between 0 and 2π. */
export function interiorAngle(vertices: readonly Point[], corner: number): number {
  const count = vertices.length;
  const at = vertices[corner]!;
  const heading = (to: Point) => Math.atan2(to.y - at.y, to.x - at.x);
  const turned = heading(vertices[(corner + count - 1) % count]!) - heading(vertices[(corner + 1) % count]!);
  return turned < 0 ? turned + 2 * Math.PI : turned;
}

/** Measured less computed; angles the short way round. */
export function misfitOf(reading: Reading, vertices: readonly Point[]): number {
  const misfit = reading.value - computedReading(reading, vertices);
  return reading.kind === 'angle' ? misfit - 2 * Math.PI * Math.round(misfit / (2 * Math.PI)) : misfit;
}

function squaresOf(equations: readonly Equation[]): number {
  return equations.reduce((sum, { rest }) => sum + rest * rest, 0);
}

/** Unknowns are x of B, then x and y of C, D, …; what is fixed has none. */
function unknownX(corner: number): number {
  return corner === 0 ? -1 : corner === 1 ? 0 : 2 * corner - 3;
}

function unknownY(corner: number): number {
  return corner < 2 ? -1 : 2 * corner - 2;
}

function movedBy(vertices: readonly Point[], step: Float64Array): Point[] {
  const along = (unknown: number) => (unknown < 0 ? 0 : step[unknown]!);
  return vertices.map(({ x, y }, corner) => ({ x: x + along(unknownX(corner)), y: y + along(unknownY(corner)) }));
}

function linearise(vertices: readonly Point[], readings: readonly Reading[]): Equation[] {
  return readings.map((reading) => {
    const equation: Equation = { unknowns: [], slopes: [], rest: misfitOf(reading, vertices) / reading.sigma };
    if (reading.kind === 'length') {
      const [a, b] = [vertices[reading.from]!, vertices[reading.to]!];
      const scale = 1 / (Math.max(Math.hypot(b.x - a.x, b.y - a.y), 1e-9) * reading.sigma);
      depend(equation, reading.to, [(b.x - a.x) * scale, (b.y - a.y) * scale]);
      depend(equation, reading.from, [(a.x - b.x) * scale, (a.y - b.y) * scale]);
    } else {
      turn(equation, vertices, [reading.corner, reading.before, 1 / reading.sigma]);
      turn(equation, vertices, [reading.corner, reading.after, -1 / reading.sigma]);
    }
    return equation;
  });
}

/** Adds what the heading of the wall from `corner` to `end` does to an angle. */
function turn(equation: Equation, vertices: readonly Point[], [corner, end, weight]: [number, number, number]): void {
  const [from, to] = [vertices[corner]!, vertices[end]!];
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const scale = weight / Math.max(dx * dx + dy * dy, 1e-12);
  depend(equation, end, [-dy * scale, dx * scale]);
  depend(equation, corner, [dy * scale, -dx * scale]);
}

function depend({ unknowns, slopes }: Equation, corner: number, [onX, onY]: [number, number]): void {
  if (unknownX(corner) >= 0) {
    unknowns.push(unknownX(corner));
    slopes.push(onX);
  }
  if (unknownY(corner) >= 0) {
    unknowns.push(unknownY(corner));
    slopes.push(onY);
  }
}

function normalEquations(equations: readonly Equation[], size: number): { matrix: Float64Array; right: Float64Array } {
  const matrix = new Float64Array(size * size);
  const right = new Float64Array(size);
  // Plain loops: this is where the time of an adjustment goes.
  for (const { unknowns, slopes, rest } of equations) {
    for (let i = 0; i < unknowns.length; i += 1) {
      const slope = slopes[i]!;
      const row = unknowns[i]! * size;
      right[unknowns[i]!]! += slope * rest;
      for (let j = 0; j < unknowns.length; j += 1) {
        matrix[row + unknowns[j]!]! += slope * slopes[j]!;
      }
    }
  }
  return { matrix, right };
}
