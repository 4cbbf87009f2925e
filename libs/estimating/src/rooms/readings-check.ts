import type { Point } from '../geometry/point.js';
import type { ReadingRef, ReadingsCheck } from './built-room.js';
import { adjust, computedReading, fitOf, misfitOf } from './least-squares.js';
import type { Adjustment, ReadingFit } from './least-squares.js';
import { greatest, misclosureOf, misclosureOfAll, soundMisclosure } from './readings-misclosure.js';
import type { Disagreement } from './readings-misclosure.js';
import type { Reading } from './triangulated-readings.js';

/** A room adjusted to all its readings, and how well they agreed before. */
export interface CheckedRoom {
  vertices: Point[];
  check: ReadingsCheck;
}

/** Readings tried one by one by adjusting the room without them: the fewer the more a single adjustment takes. */
function mostTried(corners: number): number {
  return Math.max(4, Math.min(12, Math.floor(4800 / (corners * corners))));
}

/** Readings less controlled than this say nothing about themselves: any error of theirs stays within the noise. */
const LEAST_CONTROL = 1e-3;
/** Everything agrees below this many standard deviations of a reading and this misclosure. */
const AGREED_SIGMAS = 3;
const AGREED_MM = 5;
/** Without the doubtful reading the others agree to within three standard deviations, as good tape measures do. */
const AGREEING_SQUARES = 9;
/** How much worse the next best explanation has to be, in squared standard deviations: safe for readings thrice as bad. */
const CLEARLY_WORSE = 20;
/** Readings that may decide how great the misclosure is and were not tried for being wrong. */
const MOST_ESTIMATES_TRIED = 3;
/** Below this nothing is left to adjust or to explain: noise of doubles. */
const NOISE_M = 1e-8;

/**
 * Adjusts a room that has readings to spare and looks for the wrong one among them. Nothing but the corners' numbers
 * depends on which readings `start` was made of.
 * @param start a room near the one that fits best
 * @returns null when the readings contradict one another so much that no room fits them
 */
export function checkReadings(start: readonly Point[], readings: readonly Reading[]): CheckedRoom | null {
  const redundancy = readings.length - (2 * start.length - 3);
  const before = greatest(readings.map((reading) => misclosureOf(reading, misfitOf(reading, start))));
  const agreed = { redundancy, doubtful: null, suspects: [] };
  if (before.misclosureMm < NOISE_M * 1000) {
    return { vertices: [...start], check: { ...agreed, misclosureMm: 0, misclosurePercent: 0 } };
  }
  const adjusted = adjust(start, readings);
  const fits = adjusted && fitOf(adjusted.vertices, readings);
  if (!adjusted || !fits) {
    return adjusted && { vertices: adjusted.vertices, check: { ...agreed, ...before } };
  }
  const { vertices } = adjusted;
  const estimates = estimateControlled(readings, fits);
  const estimated = misclosureOfAll(estimates);
  const isAgreed = fits.every((fit, index) => sigmasOf(fit, readings[index]!) < AGREED_SIGMAS);
  if (isAgreed && estimated.misclosureMm < AGREED_MM) {
    return { vertices, check: { ...agreed, ...estimated } };
  }
  const trials = candidates(readings, fits, mostTried(start.length)).flatMap((candidate) =>
    tryWithout(candidate, adjusted, readings),
  );
  const { doubtful, suspects } = findWrong(trials, adjusted, redundancy);
  const misclosure = doubtful
    ? misclosureOf(doubtful.reading, doubtful.misfit)
    : misclosureOfAll(tryGreatest(estimates, trials, (reading) => tryWithout(reading, adjusted, readings)));
  const refs = { doubtful: doubtful && refOf(doubtful), suspects: suspects.map((suspect) => refOf(suspect)) };
  return { vertices, check: { redundancy, ...misclosure, ...refs } };
}

/** What the others say of every diagonal and angle that they control, by the linear estimate; of walls if of no other. */
function estimateControlled(readings: readonly Reading[], fits: readonly ReadingFit[]): Disagreement[] {
  const all = readings.flatMap((reading, index): Disagreement[] => {
    const { residual, control } = fits[index]!;
    return control < LEAST_CONTROL ? [] : [{ reading, misfit: residual / control, control }];
  });
  const some = all.filter(({ reading }) => reading.kind === 'angle' || reading.role === 'diagonal');
  return some.length > 0 ? some : all;
}

/** The estimates that decide, by adjusting the room without each. */
function tryGreatest(
  estimates: readonly Disagreement[],
  trials: readonly Trial[],
  tried: (reading: Reading) => Trial[],
): Disagreement[] {
  const first = estimates
    .toSorted((a, b) => soundMisclosure(b).misclosureMm - soundMisclosure(a).misclosureMm)
    .slice(0, MOST_ESTIMATES_TRIED);
  return estimates.flatMap((estimate) => {
    const known = trials.find(({ reading }) => reading === estimate.reading);
    const [trial] = known ? [known] : first.includes(estimate) ? tried(estimate.reading) : [];
    return trial ? [{ ...estimate, misfit: trial.misfit }] : [];
  });
}

/** By how many standard deviations a reading differs from what the others say (Baarda's w). */
function sigmasOf({ residual, control }: ReadingFit, { sigma }: Reading): number {
  return control < LEAST_CONTROL ? 0 : Math.abs(residual) / (sigma * Math.sqrt(control));
}

/** The room without one reading. */
interface Trial {
  reading: Reading;
  expected: number;
  /** Measured less expected; an angle is at most half a turn off. */
  misfit: number;
  /** How badly the others still fit. */
  squares: number;
  /** The error the reading would have, in its standard deviations. */
  sigmas: number;
}

function findWrong(
  trials: readonly Trial[],
  adjusted: Adjustment,
  redundancy: number,
): { doubtful: Trial | null; suspects: Trial[] } {
  const [best, next] = trials.toSorted((a, b) => a.squares - b.squares);
  if (!best) {
    return { doubtful: null, suspects: [] };
  }
  const spare = redundancy - 1;
  // Readings worse than assumed make every difference look greater than it is.
  const scale = Math.max(1, spare > 0 ? best.squares / spare : 1);
  const isClear = (worse: number) => (worse - best.squares) / scale >= CLEARLY_WORSE;
  const canTell = spare > 0 && best.squares / spare <= AGREEING_SQUARES;
  if (canTell && isClear(Math.min(next?.squares ?? Infinity, adjusted.squares))) {
    return { doubtful: best, suspects: [best] };
  }
  // Of errors that explain the same the smaller is the likelier: how rare an error is goes with its size.
  const score = ({ squares, sigmas }: Trial) => roundScore(squares / scale + 2 * Math.log(Math.max(sigmas, 1)));
  const suspects = trials.filter(({ squares }) => !isClear(squares)).sort((a, b) => score(a) - score(b));
  return { doubtful: null, suspects };
}

/** Adjustments end within a noise that must not decide which of two is named first. */
function roundScore(score: number): number {
  return Math.round(score * 1e4);
}

/** The readings whose absence promises most, by the linear estimate from the adjustment of all. */
function candidates(readings: readonly Reading[], fits: readonly ReadingFit[], most: number): Reading[] {
  const ranked = readings
    .map((reading, index) => ({ reading, fit: fits[index]!, w: sigmasOf(fits[index]!, reading) }))
    .filter(({ fit }) => fit.control >= LEAST_CONTROL);
  const largest = Math.max(...ranked.map(({ w }) => w));
  // Where all promise the same (nothing but one reading to spare), the smaller error comes first.
  const rank = ({ w, fit }: { w: number; fit: ReadingFit }) => Math.round((w / largest) * 20) + fit.control;
  return ranked
    .sort((a, b) => rank(b) - rank(a))
    .slice(0, most)
    .map(({ reading }) => reading);
}

function tryWithout(reading: Reading, from: Adjustment, readings: readonly Reading[]): Trial[] {
  const others = readings.filter((other) => other !== reading);
  const without = adjust(from.vertices, others);
  if (!without) {
    return [];
  }
  const misfit = misfitOf(reading, without.vertices);
  const expected = computedReading(reading, without.vertices);
  return [{ reading, expected, misfit, squares: without.squares, sigmas: Math.abs(misfit) / reading.sigma }];
}

function refOf({ reading, expected }: Trial): ReadingRef {
  const scale = reading.kind === 'angle' ? 180 / Math.PI : 1000;
  const { path, label } = reading;
  const unit = reading.kind === 'angle' ? 'deg' : 'mm';
  return { path, label, unit, measured: reading.value * scale, expected: expected * scale };
}
