import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { CATEGORIES, estimateArbitrary, sellingCase } from '../../test-data/random-estimates.js';
import type { EstimateCase } from '../../test-data/random-estimates.js';
import { computeEstimate } from './compute-estimate.js';
import type { ManualLine } from './estimate-draft.js';
import type { EstimateResult, EstimateTotals } from './estimate-result.js';
import type { MoneyTerms } from './money-terms.js';
import { roundingOf } from './totals.js';

function compute({ draft, pricing }: EstimateCase): EstimateResult {
  return computeEstimate(draft, pricing);
}

function totalsOf(given: EstimateCase, change: Partial<EstimateCase['draft']> = {}): EstimateTotals {
  return compute({ ...given, draft: { ...given.draft, ...change } }).totals;
}

describe('every estimate', () => {
  it('adds up, never asks for less than nothing and never takes off more than there is', () => {
    fc.assert(
      fc.property(estimateArbitrary, (given) => {
        const { lines, adjustments, totals } = compute(given);
        const { grossMinor, discountMinor, topUpMinor, toPayMinor, schedule } = totals;
        const ofCoefficients = adjustments.filter(({ kind }) => kind === 'coefficient');
        expect(grossMinor).toBe([...lines, ...ofCoefficients].reduce((sum, one) => sum + one.sumMinor, 0));
        const { rounding } = given.pricing.terms;
        expect(discountMinor).toBeGreaterThanOrEqual(0);
        const most = rounding.policy === 'half-up' ? Math.max(0, grossMinor) : grossMinor + topUpMinor;
        expect(discountMinor).toBeLessThanOrEqual(most);
        expect(toPayMinor).toBeGreaterThanOrEqual(0);
        expect(toPayMinor % (rounding.policy === 'half-up' ? 100 : 10 ** (rounding.level + 2))).toBe(0);
        expect(schedule.reduce((sum, { amountMinor }) => sum + amountMinor, 0)).toBe(toPayMinor);
        expect(schedule.every(({ amountMinor }) => amountMinor >= 0)).toBe(true);
        expect(totals.prepaymentMinor + totals.restMinor).toBe(toPayMinor);
        expect(totals.marginMinor).toBe(toPayMinor - (totals.vat?.amountMinor ?? 0) - totals.costMinor!);
        expect(lines.length > 0 || toPayMinor === 0).toBe(true);
        if (rounding.policy === 'half-up') {
          // The whole rouble, and a kopeck of VAT that is told by the rounded total.
          expect(Math.abs(roundingOf(totals))).toBeLessThanOrEqual(60);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('costs no more with more discount, wherever it is given', () => {
    const more = (percent: string, by: number): string => Math.min(100, Number(percent) + by).toFixed(2);
    fc.assert(
      fc.property(estimateArbitrary, fc.integer({ min: 0, max: 100 }), (given, by) => {
        const { draft } = given;
        const { lines = [], categories = [] } = draft.discounts ?? {};
        const ofWhole = { discountPercent: more(draft.discountPercent, by) };
        const ofLines = {
          discounts: { categories, lines: lines.map((one) => ({ ...one, percent: more(one.percent, by) })) },
        };
        const ofCategories = {
          discounts: { lines, categories: categories.map((one) => ({ ...one, percent: more(one.percent, by) })) },
        };
        const { toPayMinor } = totalsOf(given);
        for (const change of [ofWhole, ofLines, ofCategories]) {
          expect(totalsOf(given, change).toPayMinor).toBeLessThanOrEqual(toPayMinor);
        }
      }),
    );
  });

  it('takes as much off as if what is excluded were not there', () => {
    fc.assert(
      fc.property(estimateArbitrary, ({ draft, pricing }) => {
        const terms: MoneyTerms = { ...pricing.terms, rounding: { policy: 'half-up' } };
        const { discounts, discountPercent } = {
          ...draft,
          discounts: { categories: draft.discounts?.categories ?? [] },
        };
        const given = {
          draft: { ...draft, discounts, discountPercent, coefficients: [] },
          pricing: { ...pricing, terms },
        };
        const { priceBook } = pricing;
        const isExcluded = ({ itemCode }: ManualLine): boolean =>
          terms.excludedCategoryIds.includes(priceBook.get(itemCode)?.categoryId ?? '');
        const rest = draft.manualLines.filter((line) => !isExcluded(line));
        expect(totalsOf(given).discountMinor).toBe(totalsOf(given, { manualLines: rest }).discountMinor);
      }),
    );
  });

  it('of excluded categories only has no discount at all', () => {
    const everything = sellingCase([{ code: 'a', categoryId: 'film' }], { excludedCategoryIds: CATEGORIES });
    const discounts = { categories: [{ categoryId: 'film', percent: '50' }] };
    expect(totalsOf(everything, { discounts, discountPercent: '100' })).toMatchObject({
      discountMinor: 0,
      toPayMinor: 100_00,
    });
  });
});
