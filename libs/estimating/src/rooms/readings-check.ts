import type { Point } from '../geometry/point.js';
import type { ReadingRef, ReadingsCheck } from './built-room.js';
import { adjust, computedReading, fitOf, misfitOf } from './least-squares.js';
import type { Adjustment, ReadingFit } from './least-squares.js';
import type { Reading } from './triangulated-readings.js';

/** A room adjusted to all its readings, and how well they agreed before. */
export interface CheckedRoom {
  vertices: Point[];
  check: ReadingsCheck;
}

/** Readings tried one by one by adjusting the room without them: bounds the work in a room of a hundred readings. */
const MAX_TRIED = 12;
/** Readings less controlled than this say nothing about themselves: any error of theirs stays within the noise. */
const LEAST_CONTROL = 1e-3;
/** Everything agrees below this many standard deviations of a reading and this misclosure. */
const AGREED_SIGMAS = 3;
const AGREED_MM = 5;
/** Without the doubtful reading the others agree to within three standard deviations, as good tape measures do. */
const AGREEING_SQUARES = 9;
/** How much worse the next best explanation has to be, in squared standard deviations: safe for readings thrice as bad. */
const CLEARLY_WORSE = 20;
/** Below this nothing is left to adjust or to explain: noise of doubles. */
const NOISE_M = 1e-8;

/**
 * Adjusts a room that has readings to spare and looks for the wrong one among them.
 * @param start the room by just as many readings as it needs
 * @returns null when the readings contradict one another so much that no room fits them
 */
export function checkReadings(start: readonly Point[], readings: readonly Reading[]): CheckedRoom | null {
  const redundancy = readings.length - (2 * start.length - 3);
  const { mm, percent } = worstMisclosure(start, readings);
  const agreed = { redundancy, misclosureMm: mm, misclosurePercent: percent, doubtful: null, suspects: [] };
  if (mm < NOISE_M * 1000) {
    return { vertices: [...start], check: agreed };
  }
  const adjusted = adjust(start, readings);
  if (!adjusted) {
    return null;
  }
  const fits = fitOf(adjusted.vertices, readings);
  const isAgreed =
    mm < AGREED_MM && fits !== null && fits.every((fit, index) => sigmasOf(fit, readings[index]!) < AGREED_SIGMAS);
  if (isAgreed || !fits) {
    return { vertices: adjusted.vertices, check: agreed };
  }
  const { doubtful, suspects } = findWrong(adjusted, readings, { fits, redundancy });
  const refs = { doubtful: doubtful && refOf(doubtful), suspects: suspects.map((suspect) => refOf(suspect)) };
  const named = doubtful && misclosureOf(doubtful.reading, doubtful.reading.value - doubtful.expected);
  const misclosure = named ? { misclosureMm: named.mm, misclosurePercent: named.percent } : {};
  return { vertices: adjusted.vertices, check: { ...agreed, ...refs, ...misclosure } };
}

/** The greatest disagreement of a reading with the room that the readings it needs make. */
function worstMisclosure(start: readonly Point[], readings: readonly Reading[]): { mm: number; percent: number } {
  return readings
    .map((reading) => misclosureOf(reading, misfitOf(reading, start)))
    .reduce((worst, misclosure) => (misclosure.mm > worst.mm ? misclosure : worst));
}

/**
 * A misfit in millimetres and as a share of the length. That of an angle is what it moves the far end of the shorter of
 * its walls: the diagonal it stands for cannot be off by more.
 */
function misclosureOf(reading: Reading, misfit: number): { mm: number; percent: number } {
  if (reading.kind === 'angle') {
    return { mm: Math.abs(misfit) * reading.reachM * 1000, percent: Math.abs(misfit) * 100 };
  }
  return { mm: Math.abs(misfit) * 1000, percent: (Math.abs(misfit) / reading.value) * 100 };
}

/** By how many standard deviations a reading differs from what the others say (Baarda's w). */
function sigmasOf({ residual, control }: ReadingFit, { sigma }: Reading): number {
  return control < LEAST_CONTROL ? 0 : Math.abs(residual) / (sigma * Math.sqrt(control));
}

/** The room without one reading. */
interface Trial {
  reading: Reading;
  expected: number;
  /** How badly the others still fit. */
  squares: number;
  /** The error the reading would have, in its standard deviations. */
  sigmas: number;
}

function findWrong(
  adjusted: Adjustment,
  readings: readonly Reading[],
  { fits, redundancy }: { fits: readonly ReadingFit[]; redundancy: number },
): { doubtful: Trial | null; suspects: Trial[] } {
  const trials = candidates(readings, fits)
    .flatMap((candidate) => tryWithout(candidate, adjusted, readings))
    .sort((a, b) => a.squares - b.squares);
  const [best, next] = trials;
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
  const score = ({ squares, sigmas }: Trial) => squares / scale + 2 * Math.log(Math.max(sigmas, 1));
  const suspects = trials.filter(({ squares }) => !isClear(squares)).sort((a, b) => score(a) - score(b));
  return { doubtful: null, suspects };
}

/** The readings whose absence promises most, by the linear estimate from the adjustment of all. */
function candidates(readings: readonly Reading[], fits: readonly ReadingFit[]): Reading[] {
  const ranked = readings
    .map((reading, index) => ({ reading, fit: fits[index]!, w: sigmasOf(fits[index]!, reading) }))
    .filter(({ fit }) => fit.control >= LEAST_CONTROL);
  const worst = Math.max(...ranked.map(({ w }) => w));
  // Where all promise the same (nothing but one reading to spare), the smaller error comes first.
  const rank = ({ w, fit }: { w: number; fit: ReadingFit }) => Math.round((w / worst) * 20) + fit.control;
  return ranked
    .sort((a, b) => rank(b) - rank(a))
    .slice(0, MAX_TRIED)
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
  return [{ reading, expected, squares: without.squares, sigmas: Math.abs(misfit) / reading.sigma }];
}

function refOf({ reading, expected }: Trial): ReadingRef {
  const scale = reading.kind === 'angle' ? 180 / Math.PI : 1000;
  const { path, label } = reading;
  const unit = reading.kind === 'angle' ? 'deg' : 'mm';
  return { path, label, unit, measured: reading.value * scale, expected: expected * scale };
}
