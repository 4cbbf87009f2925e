import { describe, expect, it } from '@jest/globals';
import { oneLineCase, sellingCase } from '../../test-data/random-estimates.js';
import type { EstimateCase } from '../../test-data/random-estimates.js';
import { minimumOrderOf, priceCoefficient } from './adjustments.js';
import { computeEstimate } from './compute-estimate.js';
import type { EstimateLine, EstimateResult, EstimateTotals } from './estimate-result.js';
import { DEFAULT_MONEY_TERMS } from './money-terms.js';
import { computeTotals, roundingOf } from './totals.js';

function compute({ draft, pricing }: EstimateCase): EstimateResult {
  return computeEstimate(draft, pricing);
}

function totalsOf(given: EstimateCase, change: Partial<EstimateCase['draft']> = {}): EstimateTotals {
  return compute({ ...given, draft: { ...given.draft, ...change } }).totals;
}

describe('VAT', () => {
  const onTop = (priceMinor: number): EstimateTotals =>
    totalsOf(oneLineCase('1', priceMinor, { vat: { mode: 'on_top', ratePercent: '22' } }));

  it('on top is added, and told so that the document adds up', () => {
    expect(onTop(1000_00)).toMatchObject({ toPayMinor: 1220_00, vat: { mode: 'on_top', amountMinor: 220_00 } });
    // 999.99 + 220.00 (of 219.9978) is 1219.99, rounded to 1220, which contains 220.00.
    const totals = onTop(999_99);
    expect(totals).toMatchObject({ toPayMinor: 1220_00, vat: { amountMinor: 220_00 } });
    expect(roundingOf(totals)).toBe(1);
  });

  it('is taken of what is left after the discount, with the minimum order', () => {
    const terms = { vat: { mode: 'on_top' as const, ratePercent: '20' }, minimumOrderMinor: 1000_00 };
    const totals = totalsOf(oneLineCase('1', 500_00, terms), { discountPercent: '10' });
    expect(totals).toMatchObject({ topUpMinor: 500_00, discountMinor: 50_00, toPayMinor: 1140_00 });
  });

  it('is nobody’s margin', () => {
    const vat = { mode: 'included' as const, ratePercent: '22' };
    const { vat: told, marginMinor } = totalsOf(
      sellingCase([{ code: 'a', priceMinor: 122_00, costMinor: 60_00 }], { vat }),
    );
    expect(told?.amountMinor).toBe(22_00);
    expect(marginMinor).toBe(40_00);
  });
});

describe('the minimum order', () => {
  it('is not asked of an estimate of nothing, nor when it is reached', () => {
    const terms = { minimumOrderMinor: 1000_00 };
    const { draft, pricing } = oneLineCase('1', 1000_00, terms);
    expect(computeEstimate({ ...draft, manualLines: [] }, pricing)).toMatchObject({
      adjustments: [],
      totals: { topUpMinor: 0, toPayMinor: 0 },
    });
    expect(computeEstimate(draft, pricing)).toMatchObject({ adjustments: [], totals: { topUpMinor: 0 } });
    expect(computeEstimate({ ...draft, discountPercent: '50' }, pricing).totals.toPayMinor).toBe(500_00);
  });

  it('of something that costs nothing is what is paid, and of lines brought to nothing is nothing', () => {
    const { adjustments, totals } = compute(oneLineCase('1', 0, { minimumOrderMinor: 700_00 }));
    expect(adjustments).toMatchObject([{ key: 'minimum-order', baseMinor: 700_00, sumMinor: 700_00, base: [] }]);
    expect(totals.toPayMinor).toBe(700_00);
    expect(compute(oneLineCase('0', 1000_00, { minimumOrderMinor: 700_00 }))).toMatchObject({
      adjustments: [],
      totals: { toPayMinor: 0 },
    });
  });
});

describe('the published rounding', () => {
  const published = (level: -2 | 1, discountPercent: string): EstimateTotals =>
    totalsOf(oneLineCase('1', 1061_37, { rounding: { policy: 'published', level } }), { discountPercent });

  it('without a discount tells none, not one below zero', () => {
    const totals = published(1, '0');
    expect(totals).toMatchObject({ discountMinor: 0, toPayMinor: 1070_00 });
    expect(roundingOf(totals)).toBe(8_63);
  });

  it('tells a discount of what is sold, whatever is rounded of the top-up to the minimum order', () => {
    const terms = { minimumOrderMinor: 10_000_50, rounding: { policy: 'published' as const, level: 1 as const } };
    const totals = totalsOf(oneLineCase('1', 2000_00, terms), { discountPercent: '50' });
    expect(totals).toMatchObject({ topUpMinor: 8000_50, discountMinor: 1000_00, toPayMinor: 9010_00 });
    expect(roundingOf(totals)).toBe(9_50);
  });

  it('to the kopeck keeps every kopeck', () => {
    expect(published(-2, '10')).toMatchObject({ discountMinor: 106_14, toPayMinor: 955_23 });
  });
});

describe('coefficients', () => {
  const { lines } = compute(
    sellingCase([
      { code: 'film', kind: 'material', priceMinor: 1000_00 },
      { code: 'work', kind: 'work', priceMinor: 333_33 },
      { code: 'trip', kind: 'service', priceMinor: 50_00 },
      { code: 'old', priceMinor: 10_00 },
    ]),
  );
  const coefficient = { key: 'k', roomId: null, name: 'Высота', percent: '15', base: ['work' as const] };
  const sumsOf = (given: Partial<typeof coefficient>): unknown =>
    priceCoefficient({ ...coefficient, ...given }, lines, 'coefficients.0');

  it('are taken of the kinds of their base only', () => {
    expect(sumsOf({})).toMatchObject({ adjustment: { kind: 'coefficient', baseMinor: 333_33, sumMinor: 50_00 } });
    const all = ['material', 'work', 'service'] as unknown as ['work'];
    expect(sumsOf({ base: all, percent: '-10' })).toMatchObject({
      adjustment: { baseMinor: 1383_33, sumMinor: -138_33 },
    });
  });

  it('are taken of the lines of their room', () => {
    const inRoom = lines.map((line, index): EstimateLine => ({ ...line, roomId: index === 1 ? 'hall' : 'bath' }));
    const ofRoom = (roomId: string): unknown => priceCoefficient({ ...coefficient, roomId }, inRoom, '');
    expect(ofRoom('hall')).toMatchObject({ adjustment: { roomId: 'hall', sumMinor: 50_00 } });
    expect(ofRoom('bath')).toMatchObject({ adjustment: { roomId: 'bath', sumMinor: 0 } });
  });

  it('beyond all bounds are refused', () => {
    expect(sumsOf({ percent: '1000000000000' })).toEqual({
      problem: { code: 'SUM_TOO_LARGE', path: 'coefficients.0', params: { coefficient: 'Высота' } },
    });
  });

  it('are part of the gross, share the discount of the whole and cost nothing', () => {
    const priced = priceCoefficient(coefficient, lines, '');
    const adjustments = 'adjustment' in priced ? [priced.adjustment] : [];
    const options = { terms: DEFAULT_MONEY_TERMS, discountPercent: '10', schedule: [], withCost: false };
    expect(computeTotals(lines, adjustments, options)).toMatchObject({
      grossMinor: 1393_33 + 50_00,
      discountMinor: 144_33,
      toPayMinor: 1299_00,
    });
  });
});

describe('coefficients below zero', () => {
  /** One line of 100 roubles with a discount of its own, and coefficients of it. */
  function totalsWith(percents: string[], ofLine: string, discountPercent: string): EstimateTotals {
    const { draft, pricing } = sellingCase([{ code: 'work', kind: 'work' }]);
    const discounts = { lines: [{ lineKey: 'manual:work', percent: ofLine }] };
    const { lines } = compute({ draft: { ...draft, discounts }, pricing });
    const coefficients = percents.flatMap((percent, index) => {
      const priced = priceCoefficient(
        { key: `k${index}`, roomId: null, name: 'k', percent, base: ['work'] },
        lines,
        '',
      );
      return 'adjustment' in priced ? [priced.adjustment] : [];
    });
    const minimumOrder = minimumOrderOf(lines, coefficients, 0);
    const adjustments = minimumOrder ? [...coefficients, minimumOrder] : coefficients;
    return computeTotals(lines, adjustments, {
      terms: DEFAULT_MONEY_TERMS,
      discountPercent,
      schedule: [],
      withCost: false,
    });
  }

  it('leave no more to take off than there is', () => {
    expect(totalsWith(['-50'], '100', '0')).toMatchObject({ grossMinor: 50_00, discountMinor: 50_00, toPayMinor: 0 });
  });

  it('lessen the discount of the line they lessen', () => {
    expect(totalsWith(['-50'], '10', '50')).toMatchObject({
      grossMinor: 50_00,
      discountMinor: 5_00,
      toPayMinor: 45_00,
    });
  });

  it('never make an estimate pay the client', () => {
    expect(totalsWith(['-60', '-60'], '0', '0')).toMatchObject({
      grossMinor: -20_00,
      topUpMinor: 20_00,
      toPayMinor: 0,
    });
  });
});

describe('what the client does not see', () => {
  const item = { priceMinor: 100_00, costMinor: 60_00, payMinor: 25_00, dealerMinor: 80_00 };

  it('is summed apart', () => {
    const { lines, totals } = compute(sellingCase([{ code: 'a', ...item }]));
    expect(lines).toMatchObject([{ costSumMinor: 60_00, paySumMinor: 25_00, dealerSumMinor: 80_00 }]);
    expect(totals).toMatchObject({ costMinor: 60_00, marginMinor: 40_00, payMinor: 25_00, dealerMinor: 80_00 });
  });

  it('is no sum over some of the lines, but for the installer’s pay', () => {
    const { totals } = compute(sellingCase([{ code: 'a', ...item }, { code: 'b' }]));
    expect(totals).toMatchObject({ payMinor: 25_00 });
    expect(Object.keys(totals)).not.toEqual(expect.arrayContaining(['costMinor']));
    expect(totals.marginMinor).toBeUndefined();
    expect(totals.dealerMinor).toBeUndefined();
  });

  it('is not there at all for those who may not see it', () => {
    expect(JSON.stringify(compute(sellingCase([{ code: 'a' }])))).not.toMatch(/cost|margin|pay[MS]|dealer/);
  });

  it('beyond all bounds leaves the line out', () => {
    const { lines, problems } = compute(sellingCase([{ code: 'a', payMinor: Number.MAX_SAFE_INTEGER }]));
    expect(lines).toEqual([]);
    expect(problems).toMatchObject([{ code: 'SUM_TOO_LARGE' }]);
  });
});
