import { isMinor, multiplyMinor } from '@smet/money';
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
    return { problem: problemOf('ITEM_NOT_PRICED', unpriced, path) };
  }
  const costMinor = isMinor(item.costMinor) ? item.costMinor : undefined;
  const quantity = Number(unpriced.quantity);
  if (quantity * Math.max(Math.abs(item.priceMinor), Math.abs(costMinor ?? 0)) > ESTIMATE_LIMITS.maxLineMinor) {
    return { problem: problemOf('SUM_TOO_LARGE', unpriced, path) };
  }
  return { line: priced(unpriced, item, costMinor) };
}

function problemOf(
  code: EstimateProblem['code'],
  { code: itemCode, ruleKey }: UnpricedLine,
  path: string,
): EstimateProblem {
  return { code, path, params: ruleKey === null ? { itemCode } : { itemCode, ruleKey } };
}

/** Field by field: spreading objects is what a 300-line estimate would spend most of its time on. */
function priced(unpriced: UnpricedLine, item: PricedItem, costMinor: number | undefined): EstimateLine {
  const line: EstimateLine = {
    key: unpriced.key,
    roomId: unpriced.roomId,
    ruleKey: unpriced.ruleKey,
    itemId: item.itemId,
    code: unpriced.code,
    name: item.name,
    unit: item.unit,
    quantity: unpriced.quantity,
    computedQuantity: unpriced.computedQuantity,
    overridden: unpriced.overridden,
    priceMinor: item.priceMinor,
    discount: null,
    sumMinor: multiplyMinor(unpriced.quantity, item.priceMinor),
    explanation: unpriced.explanation,
  };
  if (costMinor !== undefined) {
    line.costMinor = costMinor;
    line.costSumMinor = multiplyMinor(unpriced.quantity, costMinor);
  }
  return line;
}
