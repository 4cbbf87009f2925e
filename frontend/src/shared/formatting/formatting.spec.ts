import { describe, expect, it } from '@jest/globals';
import {
  formatCentimetres,
  formatDecimal,
  formatDegrees,
  formatFixed,
  formatMoney,
  formatPhone,
  parseCentimetres,
  parseDegrees,
} from './index';

const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');

describe('parseCentimetres', () => {
  it.each([
    ['400', 4000],
    ['212,1', 2121],
    ['212.1', 2121],
    ['471,75', 4717.5],
    [' 1 200 ', 12000],
    ['35,', 350],
    ['4.567 m', 4567],
    ['4,5671 м', 4567.1],
    ['4567 mm', 4567],
    ['456.7cm', 4567],
  ])('reads %p as %p mm', (text, mm) => expect(parseCentimetres(text)).toBe(mm));

  it.each(['', 'abc', '-5', '0', '1e3', '12,345', '1,2,3', '999999999', '4 метра', '1200 m', '12,34 мм', 'm'])(
    'refuses %p',
    (text) => expect(parseCentimetres(text)).toBeNull(),
  );

  it('writes back what was typed', () => {
    for (const text of ['400', '212,1', '471,75']) expect(formatCentimetres(parseCentimetres(text)!)).toBe(text);
  });
});

describe('parseDegrees', () => {
  it.each([
    ['90', 90],
    ['92,5', 92.5],
    ['270.5°', 270.5],
    ['359,9', 359.9],
  ])('reads %p as %p', (text, degrees) => expect(parseDegrees(text)).toBe(degrees));

  it.each(['', '0', '360', '90,55', '-5', 'прямой'])('refuses %p', (text) => expect(parseDegrees(text)).toBeNull());

  it('writes back what was typed', () => expect(formatDegrees(parseDegrees('92,5')!)).toBe('92,5'));
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
