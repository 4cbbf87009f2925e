import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  compareDecimals,
  fromDouble,
  isDecimal,
  normalizeDecimal,
  parseDecimal,
  roundDown,
  roundHalfUp,
  roundUp,
  sumDecimals,
} from './decimal.js';

describe('rounding to a step', () => {
  it.each([
    ['14.875', '0.01', '14.88'],
    ['14.874999999', '0.01', '14.87'],
    ['2.675', '0.01', '2.68'],
    ['1.005', '0.01', '1.01'],
    ['0.005', '0.01', '0.01'],
    ['0.0049', '0.01', '0'],
    ['-2.675', '0.01', '-2.68'],
    ['-0.005', '0.01', '-0.01'],
    ['-0.0049', '0.01', '0'],
    ['14.25', '0.5', '14.5'],
    ['15', '10', '20'],
    ['14.9', '1', '15'],
  ])('half-up %s to %s is %s', (value, step, expected) => {
    expect(roundHalfUp(value, step)).toBe(expected);
  });

  it.each([
    ['14.875', '0.1', '14.9'],
    ['14.875', '0.5', '15'],
    ['14.875', '1', '15'],
    ['14.9', '0.1', '14.9'],
    ['1062', '10', '1070'],
    ['-1.01', '0.1', '-1.1'],
  ])('up %s to %s is %s', (value, step, expected) => {
    expect(roundUp(value, step)).toBe(expected);
  });

  it.each([
    ['0.92753', '0.001', '0.927'],
    ['-0.929', '0.01', '-0.92'],
    ['0.93', '0.01', '0.93'],
  ])('down %s to %s is %s', (value, step, expected) => {
    expect(roundDown(value, step)).toBe(expected);
  });

  it('refuses a step that is not positive', () => {
    expect(() => roundHalfUp('1', '0')).toThrow(RangeError);
    expect(() => roundUp('1', '-0.1')).toThrow(RangeError);
  });
});

describe('exact arithmetic', () => {
  it('compares and normalises without noise', () => {
    expect(compareDecimals('14.50', '14.5')).toBe(0);
    expect(compareDecimals('-1', '1')).toBe(-1);
    expect(normalizeDecimal('-0.00')).toBe('0');
  });

  it('knows plain notation', () => {
    expect(['14', '-0.5', '0.10'].every(isDecimal)).toBe(true);
    expect(['', '.5', '5.', '1e3', '1,5', ' 1', 'NaN', '+1', 5, null].some(isDecimal)).toBe(false);
  });
});

describe('fromDouble', () => {
  it('takes away the noise of doubles and nothing else', () => {
    expect(fromDouble(14.874999999999998)).toBe('14.875');
    expect(fromDouble(0.1 + 0.2)).toBe('0.3');
    expect(fromDouble(1e-12)).toBe('0');
    expect(fromDouble(-0.0000001)).toBe('-0.0000001');
    expect(() => fromDouble(Number.NaN)).toThrow(RangeError);
  });

  it('gives back every decimal of nine places', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1_000_000_000_000, max: 1_000_000_000_000 }), (billionths) => {
        expect(compareDecimals(fromDouble(billionths / 1e9), `${billionths}e-9`)).toBe(0);
      }),
    );
  });
});

describe('parseDecimal', () => {
  const bounds = { scale: 2, max: 100_000 };

  it.each([
    ['1,5', '1.5'],
    ['1.5', '1.5'],
    [' 14 ', '14'],
    ['12 500,5', '12500.5'],
    ['12\u00a0500', '12500'],
    ['1.500', '1.5'],
    ['007', '7'],
    ['0', '0'],
  ])('reads %j as %s', (text, expected) => {
    expect(parseDecimal(text, bounds)).toBe(expected);
  });

  it.each(['', 'a', '1.5.5', '1,500,5', '1e3', '1.555', '100000.01', '-1', '.5', '5.', '1 5', '0x10', '∞'])(
    'refuses %j',
    (text) => {
      expect(parseDecimal(text, bounds)).toBeNull();
    },
  );

  it('reads a negative number where the bounds allow it', () => {
    expect(parseDecimal('\u22121,5', { scale: 1, max: 10, min: -2 })).toBe('-1.5');
    expect(parseDecimal('-2.1', { scale: 1, max: 10, min: -2 })).toBeNull();
  });

  it('never throws, and what it reads is a decimal within its bounds', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const parsed = parseDecimal(text, bounds);
        expect(parsed === null || (isDecimal(parsed) && compareDecimals(parsed, bounds.max) <= 0)).toBe(true);
      }),
    );
  });
});

describe('sumDecimals', () => {
  it('is exact', () => {
    expect(sumDecimals(['0.1', '0.2', 0.3])).toBe('0.6');
    expect(sumDecimals(['33.33', '33.33', '33.34'])).toBe('100');
    expect(sumDecimals(['1.50', '-1.5'])).toBe('0');
    expect(sumDecimals([])).toBe('0');
  });
});
