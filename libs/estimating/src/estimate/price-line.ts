import { isMinor, multiplyDecimals, compareDecimals, multiplyMinor } from '@smet/money';
import type { DecimalString } from '@smet/money';
import { ESTIMATE_LIMITS } from '../shape/limits.js';
import type { PriceBook, PricedItem } from './estimate-draft.js';
import type { EstimateLine, EstimateProblem } from './estimate-result.js';

/** A line before its price: what is taken, how much of it and why. */
export type UnpricedLine = Pick<
  EstimateLine,
  'key' | 'roomId' | 'ruleKey' | 'code' | 'quantity' | 'computedQuantity' | 'overridden' | 'explanation'
>;

/** A priced line, or the problem that kept it out of the estimate. */
export type PricedLine = { line: EstimateLine } | { problem: EstimateProblem };

/** Prices a line: quantity × price and quantity × cost, each half-up to the kopeck. `path` names its place in the draft. */
export function priceLine(unpriced: UnpricedLine, priceBook: PriceBook, path: string): PricedLine {
  const item = priceBook.get(unpriced.code);
  if (!item || !isMinor(item.priceMinor)) {
    return { problem: { code: 'ITEM_NOT_PRICED', path, params: { itemCode: unpriced.code } } };
  }
  const costMinor = isMinor(item.costMinor) ? item.costMinor : undefined;
  if (isTooLarge(unpriced.quantity, item.priceMinor) || isTooLarge(unpriced.quantity, costMinor ?? 0)) {
    return { problem: { code: 'SUM_TOO_LARGE', path, params: { maxMinor: ESTIMATE_LIMITS.maxLineMinor } } };
  }
  return { line: { ...unpriced, ...pricesOf(unpriced.quantity, item, costMinor) } };
}

function isTooLarge(quantity: DecimalString, priceMinor: number): boolean {
  return compareDecimals(multiplyDecimals(quantity, Math.abs(priceMinor)), ESTIMATE_LIMITS.maxLineMinor) > 0;
}

function pricesOf(quantity: DecimalString, item: PricedItem, costMinor: number | undefined) {
  const { itemId, name, unit, priceMinor } = item;
  const priced = { itemId, name, unit, priceMinor, sumMinor: multiplyMinor(quantity, priceMinor) };
  return costMinor === undefined ? priced : { ...priced, costMinor, costSumMinor: multiplyMinor(quantity, costMinor) };
}
