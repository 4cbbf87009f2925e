import fc from 'fast-check';
import { DEFAULT_MONEY_TERMS, PAYMENT_MOMENTS, ROUNDING_LEVELS } from '../src/estimate/money-terms.js';
import type { MoneyRounding, MoneyTerms, PaymentStage, VatTerms } from '../src/estimate/money-terms.js';
import { ITEM_KINDS } from '../src/estimate/estimate-draft.js';
import type { Discounts, ManualCoefficient, PricedItem, VariantInput } from '../src/estimate/estimate-draft.js';
import type { Pricing } from '../src/estimate/pricing.js';
import { ruleSetR1 } from '../src/rules/r1.js';
import { estimateDraft } from './builders.js';

/** A draft and what it is computed by. */
export interface EstimateCase {
  draft: VariantInput;
  pricing: Pricing & { terms: MoneyTerms };
}

export const CATEGORIES = ['film', 'work', 'travel'];
const LINES = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];

const hundredths = (max: number): fc.Arbitrary<string> =>
  fc.integer({ min: 0, max: max * 100 }).map((units) => (units / 100).toFixed(2));

const itemsArbitrary: fc.Arbitrary<PricedItem[]> = fc
  .array(
    fc.record({
      priceMinor: fc.oneof(fc.nat(10_00), fc.nat(100_000_00)),
      categoryId: fc.constantFrom(...CATEGORIES, undefined),
      kind: fc.constantFrom(...ITEM_KINDS, undefined),
      costMinor: fc.nat(50_000_00),
    }),
    { minLength: LINES.length, maxLength: LINES.length },
  )
  .map((items) =>
    items.map(({ categoryId, kind, ...prices }, index) => ({
      itemId: `item-${index}`,
      code: `code-${index}`,
      name: `Item ${index}`,
      unit: 'm',
      ...prices,
      ...(categoryId !== undefined && { categoryId }),
      ...(kind !== undefined && { kind }),
    })),
  );

const linesArbitrary = fc.subarray(LINES).chain((ids) =>
  fc.tuple(
    ...ids.map((id) =>
      fc.record({
        id: fc.constant(id),
        itemCode: fc.nat(LINES.length - 1).map((index) => `code-${index}`),
        roomId: fc.constant(null),
        quantity: fc.integer({ min: 0, max: 300_000 }).map((units) => (units / 1000).toFixed(3)),
      }),
    ),
  ),
);

const discountsArbitrary: fc.Arbitrary<Discounts> = fc.record({
  lines: fc.uniqueArray(
    fc.record({ lineKey: fc.constantFrom(...LINES).map((id) => `manual:${id}`), percent: hundredths(100) }),
    { selector: ({ lineKey }) => lineKey, maxLength: 3 },
  ),
  categories: fc.uniqueArray(fc.record({ categoryId: fc.constantFrom(...CATEGORIES), percent: hundredths(100) }), {
    selector: ({ categoryId }) => categoryId,
    maxLength: 2,
  }),
});

const coefficientsArbitrary: fc.Arbitrary<ManualCoefficient[]> = fc.uniqueArray(
  fc.record({
    id: fc.constantFrom('height', 'complexity', 'haste'),
    name: fc.constant('Coefficient'),
    roomId: fc.constant(null),
    percent: fc.integer({ min: -60, max: 60 }).map(String),
    base: fc.subarray([...ITEM_KINDS], { minLength: 1 }),
  }),
  { selector: ({ id }) => id },
);

/** Stages whose percents make 100, some of them nothing. */
export const scheduleArbitrary: fc.Arbitrary<PaymentStage[]> = fc
  .array(fc.integer({ min: 0, max: 100_00 }), { maxLength: 5 })
  .map((cuts) => {
    const bounds = [0, ...cuts.sort((a, b) => a - b), 100_00];
    return bounds.slice(1).map((bound, index) => ({
      when: PAYMENT_MOMENTS[index % PAYMENT_MOMENTS.length]!,
      percent: ((bound - bounds[index]!) / 100).toFixed(2),
    }));
  });

const roundingArbitrary: fc.Arbitrary<MoneyRounding> = fc.oneof(
  fc.constant<MoneyRounding>({ policy: 'half-up' }),
  fc.constantFrom(...ROUNDING_LEVELS).map((level) => ({ policy: 'published' as const, level })),
);

const vatArbitrary: fc.Arbitrary<VatTerms | null> = fc.option(
  fc.record({ mode: fc.constantFrom('included', 'on_top'), ratePercent: fc.constantFrom('5', '7', '16', '20', '22') }),
);

const termsArbitrary: fc.Arbitrary<MoneyTerms> = fc.record({
  minimumOrderMinor: fc.oneof(fc.constant(0), fc.nat(15_000_00)),
  excludedCategoryIds: fc.subarray(CATEGORIES),
  rounding: roundingArbitrary,
  vat: vatArbitrary,
  schedule: scheduleArbitrary,
});

/** Estimates of lines added by hand, with everything that can happen to their money. */
export const estimateArbitrary: fc.Arbitrary<EstimateCase> = fc
  .record({
    items: itemsArbitrary,
    manualLines: linesArbitrary,
    discountPercent: hundredths(100),
    discounts: discountsArbitrary,
    coefficients: coefficientsArbitrary,
    terms: termsArbitrary,
  })
  .map(({ items, terms, ...draft }) => ({
    draft: estimateDraft(draft),
    pricing: { priceBook: new Map(items.map((item) => [item.code, item])), ruleSet: ruleSetR1, terms },
  }));

/** Something sold once, by these terms, and without any category. */
export function oneLineCase(quantity: string, priceMinor: number, terms: Partial<MoneyTerms> = {}): EstimateCase {
  const item = { itemId: 'item', code: 'code', name: 'Item', unit: 'm', priceMinor };
  return {
    draft: estimateDraft({ manualLines: [{ id: 'line', itemCode: 'code', roomId: null, quantity }] }),
    pricing: {
      priceBook: new Map([[item.code, item]]),
      ruleSet: ruleSetR1,
      terms: { ...DEFAULT_MONEY_TERMS, ...terms },
    },
  };
}

/** Items sold once each, by lines of their codes; 100 roubles where no price is given. */
export function sellingCase(
  items: (Partial<PricedItem> & { code: string })[],
  terms: Partial<MoneyTerms> = {},
): EstimateCase {
  const { draft, pricing } = oneLineCase('1', 0, terms);
  const priced = items.map((item) => ({ itemId: item.code, name: item.code, unit: 'm', priceMinor: 100_00, ...item }));
  const manualLines = items.map(({ code }) => ({ id: code, itemCode: code, roomId: null, quantity: '1' }));
  const priceBook = new Map(priced.map((item) => [item.code, item]));
  return { draft: { ...draft, manualLines }, pricing: { ...pricing, priceBook } };
}
