import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { estimateDraft, priceBook, roomInput, shapes } from '../../test-data/builders.js';
import { estimateArbitrary, oneLineCase } from '../../test-data/random-estimates.js';
import { ruleSetR1 } from '../rules/r1.js';
import { compareEstimates } from './compare-estimates.js';
import type { EstimateDifference } from './compare-estimates.js';
import { computeEstimate } from './compute-estimate.js';
import type { VariantInput } from './estimate-draft.js';
import type { EstimateResult } from './estimate-result.js';
import { DEFAULT_MONEY_TERMS } from './money-terms.js';
import { computeTotals } from './totals.js';

const E1 = roomInput(shapes.E1, { id: 'e1', spotlights: 6, chandeliers: 1 });
const TRIP = { id: 'trip', itemCode: 'SRV-TRIP2', roomId: null, quantity: '1' };

function compute(draft: Partial<VariantInput>): EstimateResult {
  return computeEstimate(estimateDraft(draft), { priceBook: priceBook(), ruleSet: ruleSetR1 });
}

function sumOfParts({ lines, adjustments, ...parts }: EstimateDifference): number {
  const { discountMinor, topUpMinor, vatMinor, roundingMinor } = parts;
  const named = [...lines, ...adjustments].reduce((sum, { differenceMinor }) => sum + differenceMinor, 0);
  return named + discountMinor + topUpMinor + vatMinor + roundingMinor;
}

describe('the difference of two estimates', () => {
  it('names lines that came, went and changed, in their order', () => {
    const before = compute({ rooms: [E1], manualLines: [TRIP] });
    const longer = roomInput(
      { schemaVersion: 1, kind: 'rectangle', sidesMm: [4000, 3600] },
      { id: 'e1', spotlights: 6, chandeliers: 0 },
    );
    const overrides = [{ roomId: 'e1', ruleKey: 'extra-corners', quantity: '2' }];
    const difference = compareEstimates(before, compute({ rooms: [longer], overrides }));
    const told = difference.lines.map(({ kind, key, differenceMinor }) => `${kind} ${key} ${differenceMinor}`);
    expect(told[0]).toBe(`changed e1:canvas ${14.4 * 600_00 - 12 * 399_00}`);
    expect(told).toContain('added e1:extra-corners 40000');
    expect(told.slice(-2)).toEqual(['removed e1:chandelier-mounting -50000', 'removed manual:trip -200000']);
    expect(difference.lines[0]).toMatchObject({
      code: { before: 'CNV-M-C320', after: 'CNV-M-C500' },
      quantity: { before: '12', after: '14.4' },
      priceMinor: { before: 399_00, after: 600_00 },
      sumMinor: { before: 12 * 399_00, after: 14.4 * 600_00 },
    });
    expect(difference.lines.at(-1)).toMatchObject({
      roomId: null,
      quantity: { before: '1', after: null },
      priceMinor: { before: 200_000, after: null },
    });
  });

  it('names lines that only have another discount, name or unit', () => {
    const before = compute({ rooms: [E1] });
    const discounts = { lines: [{ lineKey: 'e1:canvas', percent: '10' }] };
    expect(compareEstimates(before, compute({ rooms: [E1], discounts })).lines).toMatchObject([
      { key: 'e1:canvas', kind: 'changed', differenceMinor: 0, discountPercent: { before: null, after: '10' } },
    ]);
    const renamed = {
      ...before,
      lines: before.lines.map((line) => (line.key === 'e1:insert' ? { ...line, unit: 'пог. м', name: 'Лента' } : line)),
    };
    expect(compareEstimates(before, renamed).lines).toMatchObject([
      { key: 'e1:insert', itemName: { after: 'Лента' }, itemUnit: { before: 'м', after: 'пог. м' } },
    ]);
  });

  it('matches a line added by hand by its id, whatever else it became', () => {
    const before = compute({ manualLines: [TRIP, { ...TRIP, id: 'other' }] });
    const after = compute({
      rooms: [E1],
      manualLines: [
        { ...TRIP, id: 'other' },
        { ...TRIP, quantity: '3', roomId: 'e1' },
      ],
    });
    const byHand = compareEstimates(before, after).lines.filter(({ key }) => key.startsWith('manual:'));
    expect(byHand).toMatchObject([
      { key: 'manual:trip', kind: 'changed', roomId: 'e1', quantity: { before: '1', after: '3' } },
    ]);
  });

  it('names another item in the same place even at the same price', () => {
    const { draft, pricing } = oneLineCase('1', 100_00);
    const item = pricing.priceBook.get('code')!;
    const other = new Map([['new', { ...item, code: 'new', name: 'New item' }]]);
    const manualLines = [{ ...draft.manualLines[0]!, itemCode: 'new' }];
    const after = computeEstimate({ ...draft, manualLines }, { ...pricing, priceBook: other });
    expect(compareEstimates(computeEstimate(draft, pricing), after)).toMatchObject({
      lines: [
        { kind: 'changed', name: 'New item', itemName: { before: 'Item', after: 'New item' }, differenceMinor: 0 },
      ],
      differenceMinor: 0,
    });
  });

  it('tells what a discount, the minimum order, VAT and rounding each did', () => {
    const { draft, pricing } = oneLineCase('1', 999_99);
    const vat = { mode: 'on_top' as const, ratePercent: '22' };
    const terms = { ...pricing.terms, vat, minimumOrderMinor: 1500_00 };
    const before = computeEstimate(draft, pricing);
    const after = computeEstimate({ ...draft, discountPercent: '10' }, { ...pricing, terms });
    // 999.99 was 1000; now 1500.00 − 100.00 + 22 % = 1708, with 308.00 of VAT in it.
    expect(compareEstimates(before, after)).toEqual({
      lines: [],
      adjustments: [],
      discountMinor: -100_00,
      topUpMinor: 500_01,
      vatMinor: 308_00,
      roundingMinor: -1,
      toPayMinor: { before: 1000_00, after: 1708_00 },
      differenceMinor: 708_00,
    });
  });

  it('tells coefficients apart from lines', () => {
    const before = compute({ manualLines: [TRIP] });
    const coefficient = { key: 'height', kind: 'coefficient' as const, roomId: null, name: 'Высота', percent: '15' };
    const adjustments = [{ ...coefficient, base: ['work' as const], baseMinor: 2000_00, sumMinor: 300_00 }];
    const options = { terms: DEFAULT_MONEY_TERMS, discountPercent: '0', schedule: [], withCost: false };
    const after = { ...before, adjustments, totals: computeTotals(before.lines, adjustments, options) };
    const difference = compareEstimates(before, after);
    expect(difference).toMatchObject({
      lines: [],
      adjustments: [{ key: 'height', kind: 'added', percent: { before: null, after: '15' }, differenceMinor: 300_00 }],
      differenceMinor: 300_00,
    });
    expect(sumOfParts(difference)).toBe(300_00);
    expect(compareEstimates(after, after).adjustments).toEqual([]);
  });

  it('adds up exactly, and is the opposite the other way round', () => {
    fc.assert(
      fc.property(estimateArbitrary, estimateArbitrary, (one, other) => {
        const [before, after] = [one, other].map(({ draft, pricing }) => computeEstimate(draft, pricing)) as [
          EstimateResult,
          EstimateResult,
        ];
        const there = compareEstimates(before, after);
        const back = compareEstimates(after, before);
        expect(there.differenceMinor).toBe(after.totals.toPayMinor - before.totals.toPayMinor);
        expect(sumOfParts(there)).toBe(there.differenceMinor);
        expect(sumOfParts(back) + sumOfParts(there)).toBe(0);
        expect(back.lines).toHaveLength(there.lines.length);
      }),
      { numRuns: 300 },
    );
  });

  it('of an estimate to itself is nothing', () => {
    fc.assert(
      fc.property(estimateArbitrary, ({ draft, pricing }) => {
        const difference = compareEstimates(computeEstimate(draft, pricing), computeEstimate(draft, pricing));
        expect(difference).toMatchObject({ lines: [], adjustments: [], differenceMinor: 0 });
        expect(sumOfParts(difference)).toBe(0);
      }),
    );
  });
});
