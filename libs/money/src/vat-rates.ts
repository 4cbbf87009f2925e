import type { DecimalString } from './decimal.js';

/** The ordinary rate, or one of the special ones of those who gave up deducting what they paid themselves. */
export const VAT_REGIMES = ['standard', 'reduced5', 'reduced7'] as const;
export type VatRegime = (typeof VAT_REGIMES)[number];

export interface VatQuestion {
  /** ISO 3166-1 alpha-2: "RU". */
  country: string;
  regime: VatRegime;
  /** The day as the organization's calendar has it: "2026-01-01". */
  on: string;
}

/** No such rate is known: another country, a regime it does not have, or a day before the first one of the table. */
export class UnknownVatRateError extends Error {
  constructor(readonly question: VatQuestion) {
    super(`No VAT rate is known for ${question.country}, ${question.regime}, ${question.on}`);
    this.name = 'UnknownVatRateError';
  }
}

interface DatedRate {
  country: string;
  regime: VatRegime;
  /** The first day it holds. */
  from: string;
  ratePercent: DecimalString;
}

/**
 * The newest first. Russia: Tax Code art. 164, 20 % by law 303-FZ of 2018-08-03, 22 % by law 425-FZ of 2025-11-28, 5 and
 * 7 % of the simplified regime by law 176-FZ of 2024-07-12. Kazakhstan: 12 % by the Tax Codes of 2008 and 2017, 16 % by
 * that of 2025-07-18 (214-VIII); whoever is on its simplified regime pays none.
 */
const RATES: readonly DatedRate[] = [
  { country: 'RU', regime: 'standard', from: '2026-01-01', ratePercent: '22' },
  { country: 'RU', regime: 'standard', from: '2019-01-01', ratePercent: '20' },
  { country: 'RU', regime: 'reduced5', from: '2025-01-01', ratePercent: '5' },
  { country: 'RU', regime: 'reduced7', from: '2025-01-01', ratePercent: '7' },
  { country: 'KZ', regime: 'standard', from: '2026-01-01', ratePercent: '16' },
  { country: 'KZ', regime: 'standard', from: '2009-01-01', ratePercent: '12' },
];

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/**
 * The VAT rate of a day, per cent: "22".
 * @throws UnknownVatRateError when there is none in the table: better no document than one with a guessed tax.
 */
export function vatRatePercent(question: VatQuestion): DecimalString {
  const { country, regime, on } = question;
  const found = RATES.find(
    (rate) => rate.country === country && rate.regime === regime && DAY.test(on) && rate.from <= on,
  );
  if (!found) {
    throw new UnknownVatRateError(question);
  }
  return found.ratePercent;
}

/** The regimes a country has, the ordinary one first; none for a country that is not in the table. */
export function vatRegimesOf(country: string): VatRegime[] {
  return VAT_REGIMES.filter((regime) => RATES.some((rate) => rate.country === country && rate.regime === regime));
}
