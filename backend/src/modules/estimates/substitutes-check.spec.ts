import { describe, expect, it } from '@jest/globals';
import type { EstimateDraft, PricedItem } from '@smet/estimating';
import { assertSubstitutes } from './substitutes-check.js';

const item = (code: string, unit: string): PricedItem => ({ itemId: code, code, name: code, unit, priceMinor: 100 });
const BOOK = [item('canvas', 'м²'), item('premium', 'м²'), item('wire', 'м')];

const draftWith = (code: string, by: string): EstimateDraft => ({
  rooms: [],
  variants: [
    {
      id: 'v',
      name: '',
      overrides: [],
      manualLines: [],
      discountPercent: '0',
      specification: { substitutes: [{ code, by }] },
    },
  ],
});

describe('substitutes', () => {
  it('are of the unit of what they stand in for', () => {
    expect(() => assertSubstitutes(draftWith('canvas', 'premium'), BOOK)).not.toThrow();
    expect(() => assertSubstitutes(draftWith('canvas', 'wire'), BOOK)).toThrow(
      expect.objectContaining({
        details: {
          invalidParams: [
            expect.objectContaining({
              path: 'draft.variants.0.specification.substitutes.0.by',
              code: 'SUBSTITUTE_UNIT',
            }),
          ],
        },
      }),
    );
  });

  it('of what has no price are left to those who say so', () => {
    expect(() => assertSubstitutes(draftWith('canvas', 'nothing'), BOOK)).not.toThrow();
  });
});
