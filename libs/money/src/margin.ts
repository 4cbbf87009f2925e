import { Decimal, roundHalfUp } from './decimal.js';
import type { DecimalString } from './decimal.js';
import type { Minor } from './minor.js';

/** People compare margins, they do not compute with them: a tenth of a per cent. */
const STEP = '0.1';

/**
 * What is left of a price after its cost, per cent OF THE PRICE, half-up to 0.1; both without VAT. 100 sold that cost 60
 * have a margin of "40"; below zero when it cost more than it brought. Null when the price is 0.
 */
export function marginPercent(priceMinor: Minor, costMinor: Minor): DecimalString | null {
  return percentOf(priceMinor - costMinor, priceMinor);
}

/**
 * What was put on top of a cost, per cent OF THE COST, half-up to 0.1; both without VAT. 100 sold that cost 60 are a
 * markup of "66.7". Null when the cost is 0.
 */
export function markupPercent(priceMinor: Minor, costMinor: Minor): DecimalString | null {
  return percentOf(priceMinor - costMinor, costMinor);
}

/** A part of a sum, per cent of it, half-up to 0.01, as discounts are given: 3347.80 of 33478.00 is "10". Null of nothing. */
export function sharePercent(partMinor: Minor, wholeMinor: Minor): DecimalString | null {
  return percentOf(partMinor, wholeMinor, '0.01');
}

function percentOf(part: Minor, whole: Minor, step = STEP): DecimalString | null {
  // Multiplied first: 300 of 1000 is 30 exactly, whatever 300 ÷ 1000 would have been cut to.
  return whole === 0 ? null : roundHalfUp(new Decimal(part).times(100).div(whole).toFixed(), step);
}
