import { describe, expect, it } from '@jest/globals';
import { formatCentimetres, formatDecimal, formatFixed, formatMoney, formatPhone, parseCentimetres } from './index';

const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');

describe('parseCentimetres', () => {
  it.each([
    ['400', 4000],
    ['212,1', 2121],
    ['212.1', 2121],
    ['471,75', 4717.5],
    [' 1 200 ', 12000],
    ['35,', 350],
  ])('reads %p as %p mm', (text, mm) => expect(parseCentimetres(text)).toBe(mm));

  it.each(['', 'abc', '-5', '0', '1e3', '12,345', '1,2,3', '999999999'])('refuses %p', (text) =>
    expect(parseCentimetres(text)).toBeNull(),
  );

  it('writes back what was typed', () => {
    for (const text of ['400', '212,1', '471,75']) expect(formatCentimetres(parseCentimetres(text)!)).toBe(text);
  });
});

describe('numbers for people', () => {
  it('writes money with spaces and two digits', () => {
    expect(plain(formatMoney(3347800, 'RUB'))).toBe('33 478,00 ₽');
    expect(plain(formatMoney(5, 'RUB'))).toBe('0,05 ₽');
  });

  it('writes decimals without superfluous zeros, or with a fixed number of them', () => {
    expect(plain(formatDecimal('1234567.50'))).toBe('1 234 567,5');
    expect(formatDecimal('-0.30')).toBe('−0,3');
    expect(formatFixed('14.8', 2)).toBe('14,80');
    expect(formatFixed('19', 2)).toBe('19,00');
  });

  it('writes Russian phones in groups and leaves others alone', () => {
    expect(plain(formatPhone('+79001234567'))).toBe('+7 900 123-45-67');
    expect(formatPhone('+491701234567')).toBe('+491701234567');
  });
});
