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
    expect(compute(excluding).problems).toEqual([
      { code: 'DISCOUNT_EXCLUDED', path: 'discounts.categories.0', params: { categoryId: 'travel' } },
    ]);
    const lines = [{ lineKey: 'manual:trip', percent: '30' }];
    expect(totalsOf(excluding, { discounts: { categories, lines } }).discountMinor).toBe(11_01 + 15_00);
  });

  it('of a line is given to its part of a coefficient, and nothing is given away twice', () => {
    const works = sellingCase([
      { code: 'work', kind: 'work', priceMinor: 2000_00 },
      { code: 'film', kind: 'material', priceMinor: 2500_00 },
    ]);
    const discounts = {
      lines: [
        { lineKey: 'manual:work', percent: '100' },
        { lineKey: 'manual:film', percent: '50' },
      ],
    };
    const surcharged = (percent: string) => ({
      discounts,
      coefficients: [{ id: 'k', name: 'k', roomId: null, percent, base: ['work' as const] }],
    });
    // The work and what lessens it come to nothing; half of the film is left.
    expect(totalsOf(works, surcharged('-100'))).toMatchObject({ grossMinor: 2500_00, discountMinor: 1250_00 });
    const { adjustments, totals } = compute({ ...works, draft: { ...works.draft, ...surcharged('30') } });
    expect(adjustments).toMatchObject([{ baseMinor: 2000_00, sumMinor: 600_00, discountMinor: 600_00 }]);
    expect(totals).toMatchObject({ grossMinor: 5100_00, discountMinor: 3850_00, toPayMinor: 1250_00 });
  });

  it('of the whole passes by what a coefficient takes of an excluded category', () => {
    const pricing = { ...sold.pricing, terms: { ...sold.pricing.terms, excludedCategoryIds: ['work'] } };
    const priceBook = new Map(
      [...sold.pricing.priceBook].map(([code, item]) => [code, { ...item, kind: 'work' as const }]),
    );
    const coefficients = [{ id: 'k', name: 'k', roomId: null, percent: '30', base: ['work' as const] }];
    const draft = { ...sold.draft, coefficients, discountPercent: '100' };
    const { totals, adjustments } = compute({ draft, pricing: { ...pricing, priceBook } });
    expect(adjustments[0]).not.toHaveProperty('discountMinor');
    // The work of 200 and its 30 %.
    expect(totals).toMatchObject({ grossMinor: 468_07, discountMinor: 208_07, toPayMinor: 260_00 });
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
