import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { amountInWords, UnknownCurrencyError } from './amount-in-words.js';

describe('an amount in words', () => {
  it.each([
    [0, 'Ноль рублей 00 копеек'],
    [5, 'Ноль рублей 05 копеек'],
    [1_00, 'Один рубль 00 копеек'],
    [2_01, 'Два рубля 01 копейка'],
    [5_02, 'Пять рублей 02 копейки'],
    [11_11, 'Одиннадцать рублей 11 копеек'],
    [14_14, 'Четырнадцать рублей 14 копеек'],
    [21_21, 'Двадцать один рубль 21 копейка'],
    [22_22, 'Двадцать два рубля 22 копейки'],
    [100_00, 'Сто рублей 00 копеек'],
    [111_50, 'Сто одиннадцать рублей 50 копеек'],
    [1_000_00, 'Одна тысяча рублей 00 копеек'],
    [1_001_00, 'Одна тысяча один рубль 00 копеек'],
    [2_002_10, 'Две тысячи два рубля 10 копеек'],
    [11_000_00, 'Одиннадцать тысяч рублей 00 копеек'],
    [30_130_00, 'Тридцать тысяч сто тридцать рублей 00 копеек'],
    [2_000_000_00, 'Два миллиона рублей 00 копеек'],
    [1_021_001_99, 'Один миллион двадцать одна тысяча один рубль 99 копеек'],
    [5_000_000_004_04, 'Пять миллиардов четыре рубля 04 копейки'],
  ])('%i kopecks', (amount, words) => {
    expect(amountInWords(amount, 'RUB')).toBe(words);
  });

  it.each([
    [1_01, 'Один тенге 01 тиын'],
    [2_02, 'Два тенге 02 тиына'],
    [5_05, 'Пять тенге 05 тиынов'],
    [21_11, 'Двадцать один тенге 11 тиынов'],
    [1_001_00, 'Одна тысяча один тенге 00 тиынов'],
    [2_000_000_05, 'Два миллиона тенге 05 тиынов'],
  ])('%i tiyn', (amount, words) => {
    expect(amountInWords(amount, 'KZT')).toBe(words);
  });

  it('knows the roubles of Belarus', () => {
    expect(amountInWords(1_00, 'BYN')).toBe('Один белорусский рубль 00 копеек');
    expect(amountInWords(3_40, 'BYN')).toBe('Три белорусских рубля 40 копеек');
    expect(amountInWords(1_005_00, 'BYN')).toBe('Одна тысяча пять белорусских рублей 00 копеек');
  });

  it('says what another reader of numerals says, to the kopeck', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999_999_99 }), fc.nat(2_000_00), (large, small) => {
        for (const amount of [large, small]) {
          const words = amountInWords(amount, 'RUB');
          expect(words).toMatch(/^[А-ЯЁ][а-яё]*( [а-яё]+)* \d\d копе(йка|йки|ек)$/);
          expect(readBack(words)).toBe(amount);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('is not made up for what is no amount and no known currency', () => {
    expect(() => amountInWords(-1, 'RUB')).toThrow(RangeError);
    expect(() => amountInWords(0.5, 'RUB')).toThrow(RangeError);
    expect(() => amountInWords(Number.NaN, 'RUB')).toThrow(RangeError);
    expect(() => amountInWords(100, 'XXX')).toThrow(UnknownCurrencyError);
  });
});

const UNITS =
  'ноль один два три четыре пять шесть семь восемь девять десять одиннадцать двенадцать тринадцать четырнадцать пятнадцать шестнадцать семнадцать восемнадцать девятнадцать';
const TENS = 'двадцать тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят девяносто';
const HUNDREDS = 'сто двести триста четыреста пятьсот шестьсот семьсот восемьсот девятьсот';

const VALUES = new Map<string, number>([
  ...UNITS.split(' ').map((word, index): [string, number] => [word, index]),
  ...TENS.split(' ').map((word, index): [string, number] => [word, 20 + 10 * index]),
  ...HUNDREDS.split(' ').map((word, index): [string, number] => [word, 100 + 100 * index]),
  ['одна', 1],
  ['две', 2],
]);

/** The amount somebody would understand, in minor units. */
function readBack(words: string): number {
  const parts = words.toLowerCase().split(' ');
  const minor = Number(parts.at(-2));
  let total = 0;
  let group = 0;
  for (const word of parts.slice(0, -3)) {
    const scale = word.startsWith('тысяч')
      ? 1e3
      : word.startsWith('миллион')
        ? 1e6
        : word.startsWith('миллиард')
          ? 1e9
          : 0;
    if (scale > 0) {
      total += group * scale;
      group = 0;
    } else {
      group += VALUES.get(word) ?? Number.NaN;
    }
  }
  return (total + group) * 100 + minor;
}
