import { isMinor, multiplyMinor } from '@smet/money';
import { ESTIMATE_LIMITS } from '../shape/limits.js';
import { discountOfLine } from './discounts.js';
import type { LineDiscounts } from './discounts.js';
import type { PriceBook, PricedItem } from './estimate-draft.js';
import type { EstimateLine, EstimateProblem } from './estimate-result.js';

/** A line before its price: what is taken, how much of it and why. */
export type UnpricedLine = Pick<
  EstimateLine,
  'key' | 'roomId' | 'ruleKey' | 'code' | 'quantity' | 'computedQuantity' | 'overridden' | 'explanation'
>;

/** A priced line, or the problem that kept it out of the estimate. */
export type PricedLine = { line: EstimateLine } | { problem: EstimateProblem };

/** What lines are priced by. */
export interface LinePricing {
  priceBook: PriceBook;
  discounts: LineDiscounts;
}

/**
 * Prices a line: quantity × price, × cost, × pay and × dealer's price, and its own discount, each half-up to the kopeck.
 * `path` names its place in the draft.
 */
export function priceLine(unpriced: UnpricedLine, { priceBook, discounts }: LinePricing, path: string): PricedLine {
  const item = priceBook.get(unpriced.code);
  if (!item || !isMinor(item.priceMinor)) {
    return { problem: problemOf('ITEM_NOT_PRICED', unpriced, path) };
  }
  if (Number(unpriced.quantity) * dearestOf(item) > ESTIMATE_LIMITS.maxLineMinor) {
    return { problem: problemOf('SUM_TOO_LARGE', unpriced, path) };
  }
  const line = priced(unpriced, item);
  line.discount = discountOfLine(line, discounts);
  return { line };
}

/** The largest of an item's prices, whatever its sign. */
function dearestOf({ priceMinor, costMinor = 0, payMinor = 0, dealerMinor = 0 }: PricedItem): number {
  return Math.max(Math.abs(priceMinor), Math.abs(costMinor), Math.abs(payMinor), Math.abs(dealerMinor));
}

function problemOf(
  code: EstimateProblem['code'],
  { code: itemCode, ruleKey }: UnpricedLine,
  path: string,
): EstimateProblem {
  return { code, path, params: ruleKey === null ? { itemCode } : { itemCode, ruleKey } };
}

/** Field by field: spreading objects is what a 300-line estimate would spend most of its time on. */
function priced(unpriced: UnpricedLine, item: PricedItem): EstimateLine {
  const { quantity } = unpriced;
  const line: EstimateLine = {
    key: unpriced.key,
    roomId: unpriced.roomId,
    ruleKey: unpriced.ruleKey,
    itemId: item.itemId,
    code: unpriced.code,
    name: item.name,
    unit: item.unit,
    quantity,
    computedQuantity: unpriced.computedQuantity,
    overridden: unpriced.overridden,
    priceMinor: item.priceMinor,
    discount: null,
    sumMinor: multiplyMinor(quantity, item.priceMinor),
    explanation: unpriced.explanation,
  };
  if (item.categoryId !== undefined) {
    line.categoryId = item.categoryId;
  }
  if (item.kind !== undefined) {
    line.kind = item.kind;
  }
  addInsidePrices(line, item);
  return line;
}

/** What the client does not see, as far as the price book has it. */
function addInsidePrices(line: EstimateLine, { costMinor, payMinor, dealerMinor }: PricedItem): void {
  const { quantity } = line;
  if (isMinor(costMinor)) {
    line.costMinor = costMinor;
    line.costSumMinor = multiplyMinor(quantity, costMinor);
  }
  if (isMinor(payMinor)) {
    line.payMinor = payMinor;
    line.paySumMinor = multiplyMinor(quantity, payMinor);
  }
  if (isMinor(dealerMinor)) {
    line.dealerMinor = dealerMinor;
    line.dealerSumMinor = multiplyMinor(quantity, dealerMinor);
  }
}
