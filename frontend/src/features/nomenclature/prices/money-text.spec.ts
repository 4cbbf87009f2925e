import { describe, expect, it } from '@jest/globals';
import { moneyText, readMoney } from './money-text';

describe('a price as it is typed', () => {
  it.each([
    ['1 250,50', 125_050],
    ['99.9', 9_990],
    ['0', 0],
    ['300 ₽', 30_000],
  ])('%p is %d kopecks', (typed, minor) => expect(readMoney(typed)).toBe(minor));

  it.each(['', 'сто', '-5', '1,005', '1e5'])('%p is none', (typed) => expect(readMoney(typed)).toBeNull());

  it('is written back as it was typed', () => expect(readMoney(moneyText(125_050))).toBe(125_050));
});
