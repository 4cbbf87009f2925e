import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { retryDelayMs } from './index.js';

describe('the wait before a retry', () => {
  it('spreads over the whole span, which doubles up to a quarter of an hour', () => {
    const longest = (attempt: number) => retryDelayMs(attempt, () => 1);
    expect([1, 2, 3, 4].map(longest)).toEqual([2000, 4000, 8000, 16_000]);
    expect(longest(50)).toBe(900_000);
    expect(retryDelayMs(10, () => 0)).toBe(0);
  });

  it('is never negative nor unbounded', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 10_000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (attempt, chance) => {
          const wait = retryDelayMs(attempt, () => chance);
          expect(wait).toBeGreaterThanOrEqual(0);
          expect(wait).toBeLessThanOrEqual(900_000);
        },
      ),
    );
  });
});
