import { describe, expect, it } from '@jest/globals';
import { discountShare, isAboveLimit } from './discount-limit';
import { leftOf } from './shares';

describe('what a discount is of the whole', () => {
  it('counts a reduction by hand, but no surcharge and none of the rules', () => {
    const totals = { discountMinor: 5_000, grossMinor: 95_000 };
    const adjustments = [
      { key: 'manual:less', sumMinor: -5_000 },
      { key: 'manual:more', sumMinor: 900 },
      { key: 'r1:height', sumMinor: -700 },
    ];
    expect(discountShare(totals, adjustments)).toBe('10');
    expect(isAboveLimit('10', '10')).toBe(false);
    expect(isAboveLimit('10.01', '10')).toBe(true);
  });

  it('is nothing of nothing', () => {
    expect(discountShare({ discountMinor: 0, grossMinor: 0 }, [])).toBe('0');
  });
});

describe('shares of a schedule', () => {
  it('tells what lacks, what is too much, and when it cannot tell', () => {
    expect(leftOf([{ text: '33,33' }, { text: '33,33' }, { text: '33,34' }])).toBe('0');
    expect(leftOf([{ text: '50' }, { text: '' }])).toBeNull();
    expect(leftOf([{ text: '30' }, { text: '0' }])).toBe('70');
    expect(leftOf([{ text: '70' }, { text: '50' }])).toBe('-20');
  });
});
