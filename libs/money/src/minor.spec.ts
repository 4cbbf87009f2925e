import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  includedVat,
  isMinor,
  minorFromDecimal,
  minorToDecimal,
  multiplyMinor,
  percentOfMinor,
  roundMinorToUnit,
  roundMinorUp,
  ROUNDING_LEVELS,
  sumMinor,
} from './minor.js';

interface Acceptance {
  ties: { quantity: string; price: string; sum: string }[];
  vat_included: { total: string; rate_percent: number; vat: string }[];
}

const acceptance = JSON.parse(
  readFileSync(new URL('../../estimating/test-data/estimating.json', import.meta.url), 'utf8'),
) as Acceptance;

/** Half away from zero of a fraction of whole numbers, in exact arithmetic that shares nothing with the library. */
function halfUp(numerator: bigint, denominator: bigint): bigint {
  const absolute = numerator < 0n ? -numerator : numerator;
  const rounded = (2n * absolute + denominator) / (2n * denominator);
  return numerator < 0n ? -rounded : rounded;
}

/** A decimal of up to `places` digits after the point, and the same as a whole number of its last places. */
const decimal = (max: number, places: number) =>
  fc.record({ units: fc.integer({ min: -max, max }), places: fc.integer({ min: 0, max: places }) }).map((parts) => {
    const digits = String(Math.abs(parts.units)).padStart(parts.places + 1, '0');
    const cut = digits.length - parts.places;
    const fraction = parts.places === 0 ? '' : `.${digits.slice(cut)}`;
    const text = `${parts.units < 0 ? '-' : ''}${digits.slice(0, cut)}${fraction}`;
    return { text, units: BigInt(parts.units), scale: 10n ** BigInt(parts.places) };
  });

describe('multiplyMinor', () => {
  it.each(acceptance.ties)('$quantity × $price is $sum', ({ quantity, price, sum }) => {
    expect(minorToDecimal(multiplyMinor(quantity, minorFromDecimal(price)))).toBe(sum);
  });

  it.each(acceptance.ties)('−$quantity × $price mirrors it', ({ quantity, price, sum }) => {
    expect(minorToDecimal(multiplyMinor(`-${quantity}`, minorFromDecimal(price)))).toBe(`-${sum}`);
    expect(minorToDecimal(multiplyMinor(quantity, -minorFromDecimal(price)))).toBe(`-${sum}`);
  });

  it('equals exact rational arithmetic', () => {
    const price = fc.integer({ min: -10_000_000, max: 10_000_000 });
    fc.assert(
      fc.property(decimal(99_999_999, 6), price, (quantity, priceMinor) => {
        const expected = halfUp(quantity.units * BigInt(priceMinor), quantity.scale);
        expect(BigInt(multiplyMinor(quantity.text, priceMinor))).toBe(expected);
      }),
      { numRuns: 1000 },
    );
  });

  it('equals it on ties and beside them', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -20_000, max: 20_000 }),
        fc.constantFrom(1, 5, 25, 125, 50),
        (thousandths, price) => {
          const expected = halfUp(BigInt(thousandths) * BigInt(price), 1000n);
          expect(BigInt(multiplyMinor((thousandths / 1000).toFixed(3), price))).toBe(expected);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('never answers a minus zero, and refuses what an amount cannot hold', () => {
    expect(Object.is(multiplyMinor('-0.001', 1), 0)).toBe(true);
    expect(Object.is(multiplyMinor('-0.00001', 1), 0)).toBe(true);
    expect(Object.is(multiplyMinor('0', -5), 0)).toBe(true);
    expect(() => multiplyMinor('100000', Number.MAX_SAFE_INTEGER)).toThrow(RangeError);
  });
});

describe('percent, tax and whole roubles', () => {
  it('takes a discount half-up to the kopeck', () => {
    expect(percentOfMinor(33_478_00, '10')).toBe(3_347_80);
    expect(percentOfMinor(71_989_20, '7')).toBe(5_039_24);
    expect(percentOfMinor(1, '50')).toBe(1);
    expect(percentOfMinor(-1, '50')).toBe(-1);
    expect(percentOfMinor(10_01, '12.5')).toBe(1_25);
  });

  it('takes a percentage as exact rational arithmetic does, small or beyond the fast path', () => {
    const amount = fc.oneof(fc.integer({ min: -100_000, max: 100_000 }), fc.integer({ min: -1e13, max: 1e13 }));
    fc.assert(
      fc.property(amount, decimal(20_000, 6), (minor, { text, units, scale }) => {
        const taken = percentOfMinor(minor, text);
        expect(BigInt(taken)).toBe(halfUp(BigInt(minor) * units, scale * 100n));
        expect(Object.is(taken, -0)).toBe(false);
      }),
      { numRuns: 1000 },
    );
  });

  it.each(acceptance.vat_included)('$total includes $vat at $rate_percent %', ({ total, rate_percent, vat }) => {
    expect(minorToDecimal(includedVat(minorFromDecimal(total), rate_percent))).toBe(vat);
  });

  it('takes the tax as exact rational arithmetic does', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), fc.constantFrom(5, 7, 16, 20, 22), (total, rate) => {
        expect(BigInt(includedVat(total, rate))).toBe(halfUp(BigInt(total) * BigInt(rate), BigInt(100 + rate)));
      }),
    );
  });

  it.each([
    [3_013_020, 3_013_000],
    [3_651_120, 3_651_100],
    [1_825_550, 1_825_600],
    [50, 100],
    [49, 0],
    [-50, -100],
    [-49, 0],
    [-150, -200],
  ])('rounds %i minor units to whole roubles: %i', (amount, expected) => {
    expect(Object.is(roundMinorToUnit(amount), expected)).toBe(true);
  });
});

describe('rounding up to a level', () => {
  it.each([
    [1_062_00, 1, 1_070_00],
    [159_30, 1, 160_00],
    [619_20, 2, 700_00],
    [86_69, 2, 100_00],
    [700_00, 2, 700_00],
    [1, 0, 1_00],
    [1_01, -1, 1_10],
    [1_01, -2, 1_01],
    [0, 2, 0],
    [-1, 0, -1_00],
  ] as const)('%i at level %i is %i', (amount, level, expected) => {
    expect(roundMinorUp(amount, level)).toBe(expected);
  });

  it('is the next multiple, and itself the next time', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), fc.constantFrom(...ROUNDING_LEVELS), (amount, level) => {
        const rounded = roundMinorUp(amount, level);
        const step = 10 ** (level + 2);
        expect(Math.abs(rounded % step)).toBe(0);
        expect(Math.abs(rounded) - Math.abs(amount)).toBeGreaterThanOrEqual(0);
        expect(Math.abs(rounded) - Math.abs(amount)).toBeLessThan(step);
        expect(roundMinorUp(rounded, level)).toBe(rounded);
      }),
    );
    expect(() => roundMinorUp(Number.MAX_SAFE_INTEGER, 2)).toThrow(RangeError);
  });
});

describe('amounts', () => {
  it('converts both ways', () => {
    expect(minorFromDecimal('399')).toBe(399_00);
    expect(minorFromDecimal('8.37')).toBe(837);
    expect(minorFromDecimal(1.005)).toBe(101);
    expect(minorToDecimal(-5)).toBe('-0.05');
    expect(minorToDecimal(39_950)).toBe('399.50');
  });

  it('sums within the safe integers only', () => {
    expect(sumMinor([])).toBe(0);
    expect(sumMinor([1, 2, -4])).toBe(-1);
    expect(() => sumMinor([Number.MAX_SAFE_INTEGER, 1])).toThrow(RangeError);
    expect([0, -5, 2 ** 53 - 1].every(isMinor)).toBe(true);
    expect([0.5, 2 ** 53, Number.NaN, '5', undefined].some(isMinor)).toBe(false);
  });
});
