import { describe, expect, it } from '@jest/globals';
import type { EstimateResult } from '@smet/estimating';
import { savedResult } from './use-estimate-result';

describe('the saved sum of a variant', () => {
  const result = {} as EstimateResult;
  const results = [{ variantId: 'v', result }];

  it('is the last word while nothing is changed', () => {
    expect(savedResult({ canEdit: true, results }, 'v', false)).toBe(result);
    expect(savedResult({ canEdit: true, results }, 'v', true)).toBeUndefined();
  });

  it('always stands in a version that was sent', () => {
    expect(savedResult({ canEdit: false, results }, 'v', true)).toBe(result);
  });
});
