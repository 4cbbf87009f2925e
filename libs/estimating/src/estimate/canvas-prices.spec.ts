import { describe, expect, it } from '@jest/globals';
import { priceBook } from '../../test-data/builders.js';
import { ruleLine } from '../../test-data/rule-sets.js';
import { ruleSetR1 } from '../rules/r1.js';
import type { RuleLine, RuleSet } from '../rules/rule-set.js';
import { canvasPricesOf, pricesOf } from './canvas-prices.js';
import type { Specification } from './estimate-draft.js';

const book = priceBook();
const priceOf = (code: string) => book.get(code)!.priceMinor;

function cheapest(more: { lines?: RuleLine[]; rules?: Partial<RuleSet>; specification?: Specification } = {}) {
  const ruleSet = { ...ruleSetR1, lines: [...ruleSetR1.lines, ...(more.lines ?? [])], ...more.rules };
  return canvasPricesOf({ preference: 'cheapest' }, pricesOf(book, more.specification), ruleSet);
}

/** An item for the rolls of one film, and a price for it. */
const byRoll = (film: string, code: string): RuleLine['item'] => ({
  by: 'canvas',
  codes: { [`${film} 3.2`]: code, [`${film} 5.0`]: code },
});

describe('what a roll costs when the cheapest canvas is asked for', () => {
  const matte = {
    filmPerM2Minor: {
      '3.2': priceOf('CNV-M-C320') + priceOf('WRK-PVC'),
      '5.0': priceOf('CNV-M-C500') + priceOf('WRK-PVC5'),
    },
    seamPerMMinor: priceOf('SRV-SEAM'),
  };

  it('is that of every line whose item depends on it', () => {
    expect(cheapest()).toEqual(matte);
    const { '3.2': narrow } = cheapest({
      lines: [ruleLine('more', { item: byRoll('pvc-matte', 'SRV-CUT') })],
    })!.filmPerM2Minor;
    expect(narrow).toBe(matte.filmPerM2Minor['3.2'] + priceOf('SRV-CUT'));
  });

  it('does not depend on lines of other films, nor on what has no price there', () => {
    const item = byRoll('textile', 'NOT-PRICED');
    expect(cheapest({ lines: [ruleLine('other', { item, when: 'material = "textile"' })] })).toEqual(matte);
    expect(cheapest({ lines: [ruleLine('any', { item })] })).toBeNull();
  });

  it('is that of the items a variant takes instead', () => {
    const substitutes = [{ code: 'CNV-M-C320', by: 'CNV-M-P320' }];
    expect(cheapest({ specification: { substitutes } })!.filmPerM2Minor['3.2']).toBe(
      priceOf('CNV-M-P320') + priceOf('WRK-PVC'),
    );
  });

  it('counts a seam by every line made of its length', () => {
    const values = [...ruleSetR1.values, { key: 'welded', title: 'Швы', formula: 'billed_seam_length * 2' }];
    const lines = [
      ...ruleSetR1.lines,
      ruleLine('weld', { quantity: 'welded' }),
      ruleLine('each', { quantity: 'seams' }),
    ];
    expect(cheapest({ rules: { values, lines } })!.seamPerMMinor).toBe(priceOf('SRV-SEAM') + priceOf('SRV-CUT'));
  });
});
