import Big from 'big.js';

/** A decimal in plain notation with a point, e.g. "14.87". Never an exponent, never a comma. */
export type DecimalString = string;

/** What the functions here accept: a decimal string, or a number read as its shortest decimal (0.1 is exactly 0.1). */
export type DecimalInput = DecimalString | number;

/**
 * An own constructor: the settings of big.js are global to a constructor, and this one must not be changed by others.
 * 20 digits after the point matter to divisions only, and 1 is half-up, away from zero for negatives.
 */
export const Decimal = Big();
Decimal.DP = 20;
Decimal.RM = 1;

const ROUND_DOWN = 0;
const ROUND_HALF_UP = 1;
const ROUND_UP = 3;

/**
 * Doubles carry noise in about the 12th digit after a few trigonometric steps, and readings are whole tenths of a
 * millimetre: 9 places keep every real digit of a measure and drop the noise.
 */
const MEASURE_PLACES = 9;

const PLAIN_DECIMAL = /^-?\d{1,40}(\.\d{1,40})?$/;

/** True for a string in plain decimal notation ("-0.5", "14"), false for anything else ("1e3", ".5", "1,5"). */
export function isDecimal(value: unknown): value is DecimalString {
  return typeof value === 'string' && PLAIN_DECIMAL.test(value);
}

/**
 * Rounds to the nearest multiple of `step`; a tie goes away from zero (2.675 → 2.68, −2.675 → −2.68).
 * `step` is a positive decimal such as "0.01", "0.5" or "1". The answer has no superfluous zeros ("14.9", not "14.90").
 * @throws RangeError for a step that is not positive.
 */
export function roundHalfUp(value: DecimalInput, step: DecimalString): DecimalString {
  return roundToStep(value, step, ROUND_HALF_UP);
}

/** Rounds away from zero to a multiple of `step` (14.875 to "0.1" → 14.9); exact multiples stay. Steps as in roundHalfUp. */
export function roundUp(value: DecimalInput, step: DecimalString): DecimalString {
  return roundToStep(value, step, ROUND_UP);
}

/** Rounds towards zero to a multiple of `step` (0.92753 to "0.001" → 0.927). Steps as in roundHalfUp. */
export function roundDown(value: DecimalInput, step: DecimalString): DecimalString {
  return roundToStep(value, step, ROUND_DOWN);
}

function roundToStep(value: DecimalInput, step: DecimalString, mode: 0 | 1 | 3): DecimalString {
  const unit = new Decimal(step);
  if (unit.lte(0)) {
    throw new RangeError(`A rounding step must be positive, got ${step}`);
  }
  // A step that is a power of ten needs no division, which is the common and the hot case.
  if (unit.c.length === 1 && unit.c[0] === 1) {
    return plain(new Decimal(value).round(-unit.e, mode));
  }
  return plain(new Decimal(value).div(unit).round(0, mode).times(unit));
}

/** −1, 0 or 1, comparing by value: "14.50" equals "14.5". */
export function compareDecimals(a: DecimalInput, b: DecimalInput): -1 | 0 | 1 {
  return new Decimal(a).cmp(b);
}

/** The exact sum; "0" of nothing. */
export function sumDecimals(values: Iterable<DecimalInput>): DecimalString {
  let sum = new Decimal(0);
  for (const value of values) {
    sum = sum.plus(value);
  }
  return plain(sum);
}

/** The canonical form of a decimal: "14.50" → "14.5", "-0" → "0". */
export function normalizeDecimal(value: DecimalInput): DecimalString {
  return plain(new Decimal(value));
}

/**
 * The decimal of a measure computed in doubles, ready for its single rounding: the value to 9 places after the point,
 * half-up. 4.25 m × 3.5 m that came out of trigonometry as 14.874999999999998 is 14.875 again and bills 14.88, while
 * no two different readings (tenths of a millimetre) can fall together.
 * @throws RangeError for NaN and infinities.
 */
export function fromDouble(value: number): DecimalString {
  if (!Number.isFinite(value)) {
    throw new RangeError(`Not a finite number: ${value}`);
  }
  return plain(new Decimal(value).round(MEASURE_PLACES, ROUND_HALF_UP));
}

/** What parseDecimal allows. `scale` is digits after the point; `max` and `min` are inclusive, `min` is "0" if left out. */
export interface DecimalBounds {
  scale: number;
  max: DecimalInput;
  min?: DecimalInput;
}

const TYPED_DECIMAL = /^-?(\d{1,15}|\d{1,3}([ \u00a0\u202f]\d{3}){1,4})([.,]\d{1,15})?$/;

/**
 * Reads what a person typed: "1,5" and "1.5" are the same, thousands may be spaced ("12 500,5").
 * Null for anything else, for more digits than `scale` and for a value outside the bounds; nothing is rounded silently.
 */
export function parseDecimal(text: string, { scale, max, min = 0 }: DecimalBounds): DecimalString | null {
  const trimmed = text.trim().replace('\u2212', '-');
  if (!TYPED_DECIMAL.test(trimmed)) {
    return null;
  }
  const value = new Decimal(trimmed.replace(/[ \u00a0\u202f]/g, '').replace(',', '.'));
  const fits = value.round(scale).eq(value) && value.gte(min) && value.lte(max);
  return fits ? plain(value) : null;
}

/** toFixed() of big.js is exact plain notation; minus zero has no place in a document. */
function plain(value: Big): DecimalString {
  return value.eq(0) ? '0' : value.toFixed();
}
