import { isMinor, multiplyMinor, percentOfMinor, sumMinor } from '@smet/money';
import type { Minor } from '@smet/money';
import type { Canvas, CanvasPrices } from '../layout/canvas.js';
import { DEFAULT_TOLERANCES, judgeCheck } from '../rooms/tolerances.js';
import { compileRuleSet } from '../rules/compile-rule-set.js';
import type { RuleSet } from '../rules/rule-set.js';
import { ESTIMATE_LIMITS } from '../shape/limits.js';
import { canvasPricesOf, substituted } from './canvas-prices.js';
import type { Prices } from './canvas-prices.js';
import { generateRoom } from './generated-lines.js';
import { measureRoom } from './measure-room.js';
import { requiredItemCodes } from './required-item-codes.js';
import { withoutLevels } from './survey-rooms.js';
import type { CoveredRoom } from './survey-rooms.js';

/** By what the cheapest canvas of one room is found; two with the same fingerprint have the same prices. */
export interface RoomPrices extends CanvasPrices {
  fingerprint: string;
}

/**
 * By what the canvas of a room is the cheapest: all its lines by rule with their surcharges, at sale prices and before any
 * discount, so that a rule that bills film or offcuts is minded. Null unless its plan asks for the cheapest; see canvasPricesOf.
 */
export function roomPricesOf(covered: CoveredRoom, prices: Prices, ruleSet: RuleSet): RoomPrices | null {
  const known = canvasPricesOf(covered.plan.canvas, prices, ruleSet);
  if (!known) {
    return null;
  }
  const items = requiredItemCodes(ruleSet).map((code) => prices.priceBook.get(substituted(code, prices)));
  const fingerprint = items.map((item) => `${item?.priceMinor} ${item?.kind}`).join(' ');
  return { ...known, fingerprint, totalMinor: (canvas) => totalOf(canvas, covered, { prices, ruleSet }) };
}

/** What has no price, or none an estimate can hold, is in no canvas's total. */
function totalOf(
  canvas: Canvas,
  { input, room, plan, levels }: CoveredRoom,
  { prices, ruleSet }: { prices: Prices; ruleSet: RuleSet },
): Minor {
  const { rest } = withoutLevels(room, levels);
  const verdict = judgeCheck(room.check, DEFAULT_TOLERANCES);
  const build = measureRoom({ input, room: rest, plan, levels, canvas, verdict }, ruleSet);
  const { lines, coefficients } = generateRoom(build, compileRuleSet(ruleSet));
  const sums = lines.flatMap(({ code, quantity }) => {
    const { priceMinor, kind } = prices.priceBook.get(substituted(code, prices)) ?? {};
    const isPriced = isMinor(priceMinor) && Math.abs(Number(quantity) * priceMinor) <= ESTIMATE_LIMITS.maxLineMinor;
    return quantity !== null && isPriced ? [{ kind, sum: multiplyMinor(quantity, priceMinor) }] : [];
  });
  const surcharges = coefficients.map(({ rule, percent }) => {
    const base = sums.filter(({ kind }) => kind !== undefined && rule.base.includes(kind));
    return percentOfMinor(sumMinor(base.map(({ sum }) => sum)), percent);
  });
  return sumMinor([...sums.map(({ sum }) => sum), ...surcharges]);
}
