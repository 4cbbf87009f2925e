import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { CATEGORIES, estimateArbitrary, sellingCase } from '../../test-data/random-estimates.js';
import type { EstimateCase } from '../../test-data/random-estimates.js';
import { computeEstimate } from './compute-estimate.js';
import type { ManualLine, VariantInput } from './estimate-draft.js';
import type { EstimateResult, EstimateTotals } from './estimate-result.js';
import type { MoneyTerms } from './money-terms.js';
import { roundingOf } from './totals.js';

function compute({ draft, pricing }: EstimateCase): EstimateResult {
  return computeEstimate(draft, pricing);
}

function totalsOf(given: EstimateCase, change: Partial<EstimateCase['draft']> = {}): EstimateTotals {
  return compute({ ...given, draft: { ...given.draft, ...change } }).totals;
}

/** Coefficients that together never take more than there is. */
function mild(draft: VariantInput): VariantInput {
  const coefficients = (draft.coefficients ?? []).map((one) =>
    Number(one.percent) < -30 ? { ...one, percent: '-30' } : one,
  );
  return { ...draft, coefficients };
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

  it('tells discounts line by line and as a whole that add up', () => {
    fc.assert(
      fc.property(estimateArbitrary, (given) => {
        const terms: MoneyTerms = { ...given.pricing.terms, rounding: { policy: 'half-up' } };
        const pricing = { ...given.pricing, terms };
        const draft = mild(given.draft);
        const { lines, adjustments, totals } = compute({ draft: { ...draft, discountPercent: '0' }, pricing });
        const toldMinor = [
          ...lines.map(({ discount }) => discount?.amountMinor ?? 0),
          ...adjustments.map(({ discountMinor = 0 }) => discountMinor),
        ];
        const { discountMinor, grossMinor } = totals;
        const told = toldMinor.reduce((sum, amount) => sum + amount, 0);
        // Where next to nothing or next to all is given away, a kopeck of rounding for each coefficient is cut off.
        expect(discountMinor).toBe(Math.max(0, Math.min(told, grossMinor)));
        expect(Math.abs(told - discountMinor)).toBeLessThanOrEqual(adjustments.length);
        const ofWhole = compute({ draft, pricing }).totals.discountMinor;
        expect(ofWhole).toBeGreaterThanOrEqual(discountMinor);
      }),
      { numRuns: 500 },
    );
  });

  it('costs no more with more discount, wherever it is given', () => {
    const more = (percent: string, by: number): string => Math.min(100, Number(percent) + by).toFixed(2);
    fc.assert(
      fc.property(estimateArbitrary, fc.integer({ min: 0, max: 100 }), (any, by) => {
        const draft = mild(any.draft);
        const given = { ...any, draft };
        const { lines = [], categories = [] } = draft.discounts ?? {};
        const ofWhole = { discountPercent: more(draft.discountPercent, by) };
        const ofLines = {
          discounts: { categories, lines: lines.map((one) => ({ ...one, percent: more(one.percent, by) })) },
        };
        const ofCategories = {
          discounts: { lines, categories: categories.map((one) => ({ ...one, percent: more(one.percent, by) })) },
        };
        const { toPayMinor } = totalsOf(given);
        const { rounding } = given.pricing.terms;
        // A kopeck of a coefficient's rounding may be the one that lifts what is to be paid to the next whole unit.
        const unit = rounding.policy === 'half-up' ? 100 : 10 ** (rounding.level + 2);
        const spare = draft.coefficients?.length ? unit : 0;
        for (const change of [ofWhole, ofLines, ofCategories]) {
          expect(totalsOf(given, change).toPayMinor).toBeLessThanOrEqual(toPayMinor + spare);
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
          draft: { ...mild(draft), discounts, discountPercent },
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
