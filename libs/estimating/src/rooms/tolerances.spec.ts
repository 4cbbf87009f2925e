import { describe, expect, it } from '@jest/globals';
import { DEFAULT_TOLERANCES, judgeCheck } from './tolerances.js';

describe('a misclosure', () => {
  it.each([
    [9.9, 0.1, 'agrees'],
    [10, 0.1, 'doubtful'],
    [4, 0.3, 'doubtful'],
    [29.9, 0.99, 'doubtful'],
    [30, 0.5, 'refused'],
    [12, 1, 'refused'],
  ])('of %d mm or %d %% is judged by whichever limit it reaches: %s', (misclosureMm, misclosurePercent, verdict) => {
    const check = { redundancy: 1, misclosureMm, misclosurePercent, doubtful: null, suspects: [] };
    expect(judgeCheck(check, DEFAULT_TOLERANCES)).toBe(verdict);
  });

  it('is none where there was nothing to spare', () => {
    expect(judgeCheck(null, { warnMm: 0, warnPercent: 0, blockMm: 0, blockPercent: 0 })).toBe('agrees');
  });
});
