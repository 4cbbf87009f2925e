import type Big from 'big.js';
import { Decimal } from './decimal.js';
import type { DecimalInput, DecimalString } from './decimal.js';

/** An amount in minor units of its currency (kopecks, tiyin): always a safe integer. */
export type Minor = number;

/** Minor units in one whole unit of the currencies we work in (rouble, tenge). */
export const MINOR_PER_UNIT = 100;

const SHORT_QUANTITY = /^-?\d{1,9}(\.\d{1,4})?$/;

/** True for a number that can stand as an amount: an integer that doubles represent exactly. */
export function isMinor(value: unknown): value is Minor {
  return Number.isSafeInteger(value);
}

/**
 * quantity × price, rounded half-up to one minor unit, ties away from zero.
 * @throws RangeError when the product is beyond the safe integers.
 */
export function multiplyMinor(quantity: DecimalString, priceMinor: Minor): Minor {
  return multiplyIntegers(quantity, priceMinor) ?? toMinor(new Decimal(quantity).times(priceMinor));
}

/**
 * The same in whole numbers, which is what an estimate of hundreds of lines does hundreds of times: "14.87" × 60000 is
 * 1487 × 60000 hundredths. `morePlaces` is 2 for a percentage. Null when the quantity has another notation or the product
 * leaves the safe integers.
 */
function multiplyIntegers(quantity: DecimalString, priceMinor: Minor, morePlaces: 0 | 2 = 0): Minor | null {
  if (!SHORT_QUANTITY.test(quantity)) {
    return null;
  }
  const point = quantity.indexOf('.');
  const places = (point < 0 ? 0 : quantity.length - point - 1) + morePlaces;
  const scale = 10 ** places;
  const product = Number(point < 0 ? quantity : quantity.slice(0, point) + quantity.slice(point + 1)) * priceMinor;
  const rounded = Math.abs(product) + (places === 0 ? 0 : scale / 2);
  if (!Number.isSafeInteger(product) || !Number.isSafeInteger(rounded)) {
    return null;
  }
  // The division is exact: the remainder was taken away first.
  const minor = (rounded - (rounded % scale)) / scale;
  return product < 0 && minor !== 0 ? -minor : minor;
}

/** `percent` per cent of an amount, half-up to one minor unit, ties away from zero. */
export function percentOfMinor(amount: Minor, percent: DecimalInput): Minor {
  const exact = typeof percent === 'string' ? multiplyIntegers(percent, amount, 2) : null;
  return exact ?? toMinor(new Decimal(amount).times(percent).times('0.01'));
}

/** Half-up to the whole rouble, answered in minor units: 3013020 → 3013000, 50 → 100, −50 → −100. */
export function roundMinorToUnit(amount: Minor): Minor {
  const units = Math.floor((Math.abs(amount) + MINOR_PER_UNIT / 2) / MINOR_PER_UNIT);
  return units === 0 ? 0 : Math.sign(amount) * units * MINOR_PER_UNIT;
}

/** What sums are rounded up to: −2 is kopecks, −1 tens of kopecks, 0 roubles, 1 tens and 2 hundreds of roubles. */
export const ROUNDING_LEVELS = [-2, -1, 0, 1, 2] as const;
export type RoundingLevel = (typeof ROUNDING_LEVELS)[number];

/** Away from zero to a level: 106200 to level 1 → 107000; whole multiples stay, and so does everything at level −2. */
export function roundMinorUp(amount: Minor, level: RoundingLevel): Minor {
  const step = 10 ** (level + 2);
  const over = Math.abs(amount) % step;
  return over === 0 ? amount : checked(amount + Math.sign(amount) * (step - over));
}

/** The tax contained in a total: total × r / (100 + r), half-up to one minor unit. */
export function includedVat(total: Minor, ratePercent: DecimalInput): Minor {
  const rate = new Decimal(ratePercent);
  return toMinor(new Decimal(total).times(rate).div(rate.plus(100)));
}

/**
 * The sum of amounts; 0 of nothing.
 * @throws RangeError when it leaves the safe integers.
 */
export function sumMinor(amounts: Iterable<Minor>): Minor {
  let sum = 0;
  for (const amount of amounts) {
    sum = checked(sum + amount);
  }
  return sum;
}

/** "399", "399.5" or "399.00" roubles as 39900, 39950, 39900 minor units; half-up when there are more than two places. */
export function minorFromDecimal(value: DecimalInput): Minor {
  return toMinor(new Decimal(value).times(MINOR_PER_UNIT));
}

/** 39950 as "399.50": always two places, for documents and comparisons, not for people (they get a locale's format). */
export function minorToDecimal(amount: Minor): DecimalString {
  return new Decimal(amount).times('0.01').toFixed(2);
}

function toMinor(value: Big): Minor {
  // Adding zero turns the minus zero of a tiny negative amount into a plain zero.
  return checked(value.round(0).toNumber() + 0);
}

function checked(amount: number): Minor {
  if (!Number.isSafeInteger(amount)) {
    throw new RangeError(`An amount is beyond the safe integers: ${amount}`);
  }
  return amount;
}
