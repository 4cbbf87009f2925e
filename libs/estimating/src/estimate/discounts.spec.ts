import { describe, expect, it } from '@jest/globals';
import { sellingCase } from '../../test-data/random-estimates.js';
import type { EstimateCase } from '../../test-data/random-estimates.js';
import { computeEstimate } from './compute-estimate.js';
import type { EstimateResult, EstimateTotals } from './estimate-result.js';

function compute({ draft, pricing }: EstimateCase): EstimateResult {
  return computeEstimate(draft, pricing);
}

function totalsOf(given: EstimateCase, change: Partial<EstimateCase['draft']> = {}): EstimateTotals {
  return compute({ ...given, draft: { ...given.draft, ...change } }).totals;
}

describe('a discount', () => {
  const sold = sellingCase([
    { code: 'film', categoryId: 'film', priceMinor: 100_05 },
    { code: 'work', categoryId: 'work', priceMinor: 200_00 },
    { code: 'trip', categoryId: 'travel', priceMinor: 50_00 },
    { code: 'gift', priceMinor: 10_00 },
  ]);

  it('of the whole is rounded once, over what it is taken of', () => {
    expect(totalsOf(sold, { discountPercent: '10' })).toMatchObject({ grossMinor: 360_05, discountMinor: 36_01 });
  });

  it('of a category goes before that of the whole, that of a line before both, and none is taken twice', () => {
    const discounts = {
      categories: [
        { categoryId: 'film', percent: '50' },
        { categoryId: 'work', percent: '20' },
      ],
      lines: [{ lineKey: 'manual:work', percent: '5' }],
    };
    const draft = { ...sold.draft, discounts, discountPercent: '10' };
    const { lines, totals } = compute({ ...sold, draft });
    expect(lines.map(({ discount }) => discount)).toEqual([
      { by: 'category', percent: '50', amountMinor: 50_03 },
      { by: 'line', percent: '5', amountMinor: 10_00 },
      null,
      null,
    ]);
    // 10 % of the trip and the gift.
    expect(totals.discountMinor).toBe(50_03 + 10_00 + 6_00);
  });

  it('of nothing on a line keeps every other away from it', () => {
    const discounts = { lines: [{ lineKey: 'manual:work', percent: '0' }] };
    expect(totalsOf(sold, { discounts, discountPercent: '100' }).toPayMinor).toBe(200_00);
  });

  it('passes an excluded category by, but for one given to the line itself', () => {
    const pricing = { ...sold.pricing, terms: { ...sold.pricing.terms, excludedCategoryIds: ['travel', 'work'] } };
    const categories = [{ categoryId: 'travel', percent: '30' }];
    const excluding = { draft: { ...sold.draft, discountPercent: '10', discounts: { categories } }, pricing };
    // 10 % of the film and the gift.
    expect(totalsOf(excluding).discountMinor).toBe(11_01);
    const lines = [{ lineKey: 'manual:trip', percent: '30' }];
    expect(totalsOf(excluding, { discounts: { categories, lines } }).discountMinor).toBe(11_01 + 15_00);
  });

  it('that cannot be is named and not given', () => {
    const discounts = {
      lines: [
        { lineKey: 'manual:film', percent: '101' },
        { lineKey: 'manual:work', percent: '5' },
        { lineKey: 'manual:work', percent: '50' },
      ],
      categories: [{ categoryId: 'travel', percent: '-1' }],
    };
    const { problems, totals } = compute({ ...sold, draft: { ...sold.draft, discounts } });
    expect(problems.map(({ code, path }) => `${code} ${path}`)).toEqual([
      'DISCOUNT_INVALID discounts.lines.0.percent',
      'DUPLICATE discounts.lines.2',
      'DISCOUNT_INVALID discounts.categories.0.percent',
    ]);
    expect(totals.discountMinor).toBe(10_00);
  });

  it('waits for a line or a category that is not there', () => {
    const discounts = {
      lines: [{ lineKey: 'manual:gone', percent: '5' }],
      categories: [{ categoryId: 'gone', percent: '5' }],
    };
    const { problems, totals } = compute({ ...sold, draft: { ...sold.draft, discounts } });
    expect(problems).toEqual([]);
    expect(totals.discountMinor).toBe(0);
  });
});
