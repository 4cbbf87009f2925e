import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { REPRICING_MODES, repriceMinor } from './repricing.js';

describe('repriceMinor', () => {
  it.each([
    [9_990, 7.5, { mode: 'up', stepMinor: 100 }, 10_800],
    [9_990, 7.5, { mode: 'nearest', stepMinor: 100 }, 10_700],
    [9_990, 7.5, { mode: 'down', stepMinor: 1_000 }, 10_000],
    [10_050, 0.01, { mode: 'nearest', stepMinor: 1 }, 10_051],
    [333, '-33.3333', { mode: 'nearest', stepMinor: 1 }, 222],
    [150, -100, { mode: 'nearest', stepMinor: 1 }, 0],
    [4_500, 10, { mode: 'nearest', stepMinor: 100 }, 5_000],
    [10_000, 0, { mode: 'up', stepMinor: 5_000 }, 10_000],
  ] as const)('%d by %s %% rounded as %j is %d', (amount, percent, rounding, expected) => {
    expect(repriceMinor(amount, percent, rounding)).toBe(expected);
  });

  it('answers the multiple of the step that its mode names', () => {
    const whole = fc.integer({ min: 0, max: 1e9 });
    fc.assert(
      fc.property(
        whole,
        fc.integer({ min: -99, max: 300 }),
        fc.integer({ min: 1, max: 10_000 }),
        (amount, percent, step) => {
          const [nearest, up, down] = REPRICING_MODES.map((mode) =>
            repriceMinor(amount, percent, { mode, stepMinor: step }),
          );
          const hundredths = BigInt(amount) * BigInt(100 + percent);
          const below = Number(hundredths / BigInt(100 * step)) * step;
          const exact = hundredths % BigInt(100 * step) === 0n;
          expect(down).toBe(below);
          expect(up).toBe(exact ? below : below + step);
          expect(nearest).toBe((hundredths % BigInt(100 * step)) * 2n >= BigInt(100 * step) ? below + step : below);
        },
      ),
    );
  });
});
