import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { allocate } from './allocate.js';

describe('allocate', () => {
  it('gives the largest remainders the units that are left', () => {
    expect(allocate(100, [1, 1, 1])).toEqual([34, 33, 33]);
    expect(allocate(100, ['0.5', '0.25', '0.25'])).toEqual([50, 25, 25]);
    expect(allocate(10, ['1', '2.5', '3.5'])).toEqual([1, 4, 5]);
    expect(allocate(-100, [1, 1, 1])).toEqual([-34, -33, -33]);
    expect(allocate(5, [0, 0])).toEqual([3, 2]);
    expect(allocate(5, [0, 7])).toEqual([0, 5]);
  });

  it('refuses weights that mean nothing', () => {
    expect(() => allocate(1, [])).toThrow(RangeError);
    expect(() => allocate(1, [1, -1])).toThrow(RangeError);
  });

  it('always sums to the total, each part within one unit of its exact share', () => {
    const weights = fc.array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), weights, (total, parts) => {
        const allocated = allocate(total, parts);
        expect(allocated.reduce((a, b) => a + b, 0)).toBe(total);
        const sum = parts.reduce((a, b) => a + b, 0) || 1;
        const even = parts.every((weight) => weight === 0);
        allocated.forEach((part, index) => {
          const share = even ? total / parts.length : (total * parts[index]!) / sum;
          expect(Math.abs(part - share)).toBeLessThanOrEqual(1.001);
        });
      }),
    );
  });
});
