import { describe, expect, it } from '@jest/globals';
import { normalizePhone } from './phone-numbers.js';

describe('normalizePhone', () => {
  it.each([
    ['8 999 123-45-67', 'RU', '+79991234567'],
    ['8(999)1234567', 'KZ', '+79991234567'],
    ['+7 999 123 45 67', 'RU', '+79991234567'],
    ['9991234567', 'RU', '+79991234567'],
    ['7 999 123 45 67', 'RU', '+79991234567'],
    ['+998 90 123 45 67', 'RU', '+998901234567'],
    ['  +375 29 123-45-67 ', 'KZ', '+375291234567'],
  ])('reads %s in %s', (typed, country, expected) => {
    expect(normalizePhone(typed, country)).toBe(expected);
  });

  it.each(['', '12', 'позвонить утром', '+7 999 123', '8 999 123-45-67-89-01-23', '+'])('refuses %j', (typed) => {
    expect(normalizePhone(typed, 'RU')).toBeNull();
  });

  it('reads the same number however it is typed', () => {
    const ways = ['89991234567', '+79991234567', '8-999-123-45-67', '(999) 123 45 67', '7 (999) 123-45-67'];
    expect(new Set(ways.map((way) => normalizePhone(way, 'RU')))).toEqual(new Set(['+79991234567']));
  });
});
