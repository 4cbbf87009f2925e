import { describe, expect, it } from '@jest/globals';
import { marginPercent, markupPercent, sharePercent } from './margin.js';

describe('margin and markup', () => {
  it('are of the price and of the cost', () => {
    expect(marginPercent(100_00, 60_00)).toBe('40');
    expect(markupPercent(100_00, 60_00)).toBe('66.7');
    // The trade's own example: 40 % of the price is ×1.667 of the cost, 40 % of the cost is ×1.4.
    expect(marginPercent(1_666_67, 1_000_00)).toBe('40');
    expect(markupPercent(1_400_00, 1_000_00)).toBe('40');
    expect(marginPercent(30_130_00, 13_697_00)).toBe('54.5');
  });

  it('are below zero for what was sold at a loss, and nothing of nothing', () => {
    expect(marginPercent(80_00, 100_00)).toBe('-25');
    expect(markupPercent(80_00, 100_00)).toBe('-20');
    expect(marginPercent(0, 100_00)).toBeNull();
    expect(markupPercent(100_00, 0)).toBeNull();
    expect(marginPercent(100_00, 0)).toBe('100');
    expect(markupPercent(0, 100_00)).toBe('-100');
  });

  it('round a tie away from zero', () => {
    expect(marginPercent(2000, 1999)).toBe('0.1');
    expect(marginPercent(2000, 2001)).toBe('-0.1');
  });
});

describe('a share', () => {
  it('is told to a hundredth of a per cent', () => {
    expect(sharePercent(3_347_80, 33_478_00)).toBe('10');
    expect(sharePercent(1, 3)).toBe('33.33');
    // A discount of 7 % that was rounded to the kopeck is still one of 7 %.
    expect(sharePercent(5_039_24, 71_989_20)).toBe('7');
    expect(sharePercent(0, 100)).toBe('0');
    expect(sharePercent(0, 0)).toBeNull();
  });
});
