import { isMinor, minorToDecimal } from '@smet/money';
import type { Minor } from '@smet/money';
// Its default export: Node loads the package's CommonJS file, where it finds no named ones (the tests would).
import numberToWords from 'number-to-words-ru';

/** How a currency is called after one, two and five of it; all of these are masculine. */
interface CurrencyWords {
  whole: [string, string, string];
  minor: [string, string, string];
  minorIsFeminine: boolean;
}

const KOPECKS = { minor: ['копейка', 'копейки', 'копеек'] as [string, string, string], minorIsFeminine: true };

const WORDS: ReadonlyMap<string, CurrencyWords> = new Map([
  ['RUB', { whole: ['рубль', 'рубля', 'рублей'], ...KOPECKS }],
  ['BYN', { whole: ['белорусский рубль', 'белорусских рубля', 'белорусских рублей'], ...KOPECKS }],
  ['KZT', { whole: ['тенге', 'тенге', 'тенге'], minor: ['тиын', 'тиына', 'тиынов'], minorIsFeminine: false }],
]);

/** There are no words for this currency here. */
export class UnknownCurrencyError extends Error {
  constructor(readonly currency: string) {
    super(`No words are known for amounts in ${currency}`);
    this.name = 'UnknownCurrencyError';
  }
}

/**
 * An amount as Russian contracts write it, whole units in words and minor units in figures: 3013000 of "RUB" is
 * «Тридцать тысяч сто тридцать рублей 00 копеек». `currency` is ISO 4217.
 * @throws UnknownCurrencyError for a currency without words, RangeError for an amount below zero or not whole.
 */
export function amountInWords(amount: Minor, currency: string): string {
  const words = WORDS.get(currency);
  if (!words) {
    throw new UnknownCurrencyError(currency);
  }
  if (!isMinor(amount) || amount < 0) {
    throw new RangeError(`No amount of a contract: ${amount}`);
  }
  // As a text: the converter would read a number through its shortest decimal and could meet an exponent.
  return numberToWords.convert(minorToDecimal(amount), {
    currency: {
      currencyNameCases: words.whole,
      fractionalPartNameCases: words.minor,
      currencyNounGender: { integer: 0, fractionalPart: words.minorIsFeminine ? 1 : 0 },
      fractionalPartMinLength: 2,
    },
  });
}
