import { describe, expect, it } from '@jest/globals';
import type { VariantContent } from '@smet/estimating';
import { changesDiscount } from './discount-change.js';

const content = (given: Partial<VariantContent> = {}): VariantContent => ({
  overrides: [],
  manualLines: [],
  discountPercent: '0',
  ...given,
});
const stored = (given: Partial<VariantContent> = {}) => [{ id: 'a', content: content(given) }];
const draft = (given: Partial<VariantContent> = {}, id = 'a') => [{ id, name: '', ...content(given) }];
const coefficient = (percent: string) => ({ id: 'c', name: 'n', roomId: null, percent, base: ['work' as const] });

describe('changing a discount', () => {
  it('is not writing the same one in another way', () => {
    expect(changesDiscount(stored({ discountPercent: '10' }), draft({ discountPercent: '10.00' }))).toBe(false);
    const [a, b] = [
      { categoryId: 'a', percent: '5' },
      { categoryId: 'b', percent: '7' },
    ];
    const before = stored({ discounts: { categories: [a, b] } });
    expect(changesDiscount(before, draft({ discounts: { categories: [b, a], lines: [] } }))).toBe(false);
    expect(changesDiscount(stored(), draft({ discounts: {} }))).toBe(false);
  });

  it.each<[string, Partial<VariantContent>]>([
    ['of the whole', { discountPercent: '1' }],
    ['of a category', { discounts: { categories: [{ categoryId: 'a', percent: '1' }] } }],
    ['of a line', { discounts: { lines: [{ lineKey: 'a', percent: '1' }] } }],
    ['as a reduction by hand', { coefficients: [coefficient('-1')] }],
  ])('is seen %s, given and taken away', (_, given) => {
    expect(changesDiscount(stored(), draft(given))).toBe(true);
    expect(changesDiscount(stored(given), draft())).toBe(true);
    expect(changesDiscount(stored(given), draft(given))).toBe(false);
  });

  it('is no surcharge', () => {
    expect(changesDiscount(stored(), draft({ coefficients: [coefficient('30')] }))).toBe(false);
  });

  it('may be copied into a new variant, and a new one may have none', () => {
    const before = stored({ discountPercent: '10' });
    expect(changesDiscount(before, draft({ discountPercent: '10' }, 'b'))).toBe(false);
    expect(changesDiscount(before, draft({}, 'b'))).toBe(false);
    expect(changesDiscount(before, draft({ discountPercent: '9' }, 'b'))).toBe(true);
  });
});
