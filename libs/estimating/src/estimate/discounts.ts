import { isDecimal, parseDecimal, percentOfMinor, sumMinor } from '@smet/money';
import type { DecimalString, Minor } from '@smet/money';
import { ESTIMATE_LIMITS } from '../shape/limits.js';
import { isOfBase } from './adjustments.js';
import type { Discounts } from './estimate-draft.js';
import type { Adjustment, EstimateLine, EstimateProblem, LineDiscount } from './estimate-result.js';

/** Which discount a line has of its own; checked, ready to be looked up line by line. */
export interface LineDiscounts {
  byLine: ReadonlyMap<string, DecimalString>;
  byCategory: ReadonlyMap<string, DecimalString>;
  /** Categories whose lines get no discount but one of their own. */
  excluded: ReadonlySet<string>;
}

/** "0" … "100" with at most two digits after the point; null for anything else. */
export function parseDiscount(percent: DecimalString): DecimalString | null {
  const { maxDiscountPercent: max, discountScale: scale } = ESTIMATE_LIMITS;
  return isDecimal(percent) ? parseDecimal(percent, { max, scale }) : null;
}

/**
 * Takes the unusable out and names it by its place in the draft. A line or category that is not in the estimate (any
 * more) keeps its discount quietly: it comes back with the line. One the terms exclude waits as well, and is named.
 */
export function checkDiscounts(
  { lines = [], categories = [] }: Discounts,
  excludedCategoryIds: readonly string[],
): { discounts: LineDiscounts; problems: EstimateProblem[] } {
  const problems: EstimateProblem[] = [];
  const ofLines = lines.map(({ lineKey, percent }) => ({ key: lineKey, percent }));
  const ofCategories = categories.map(({ categoryId, percent }) => ({ key: categoryId, percent }));
  const discounts = {
    byLine: checked(ofLines, 'discounts.lines', problems),
    byCategory: checked(ofCategories, 'discounts.categories', problems),
    excluded: new Set(excludedCategoryIds),
  };
  categories.forEach(({ categoryId }, index) => {
    if (discounts.excluded.has(categoryId) && Number(discounts.byCategory.get(categoryId) ?? 0) > 0) {
      problems.push({ code: 'DISCOUNT_EXCLUDED', path: `discounts.categories.${index}`, params: { categoryId } });
    }
  });
  return { discounts, problems };
}

function checked(
  given: readonly { key: string; percent: DecimalString }[],
  path: string,
  problems: EstimateProblem[],
): Map<string, DecimalString> {
  const { maxDiscounts, maxDiscountPercent: max, discountScale: scale } = ESTIMATE_LIMITS;
  if (given.length > maxDiscounts) {
    problems.push({ code: 'TOO_MANY_LINES', path, params: { max: maxDiscounts, count: given.length } });
  }
  const percents = new Map<string, DecimalString>();
  given.slice(0, maxDiscounts).forEach(({ key, percent }, index) => {
    const parsed = parseDiscount(percent);
    if (parsed === null) {
      problems.push({ code: 'DISCOUNT_INVALID', path: `${path}.${index}.percent`, params: { max, scale } });
    } else if (percents.has(key)) {
      problems.push({ code: 'DUPLICATE', path: `${path}.${index}`, params: {} });
    } else {
      percents.set(key, parsed);
    }
  });
  return percents;
}

/**
 * The most specific discount wins, and nothing compounds: a line's own percent ("0" keeps every discount away from it),
 * else that of its category unless that is excluded. Null when only the discount of the whole estimate may apply.
 */
export function discountOfLine(
  line: Pick<EstimateLine, 'key' | 'categoryId' | 'sumMinor'>,
  { byLine, byCategory, excluded }: LineDiscounts,
): LineDiscount | null {
  const own = byLine.get(line.key);
  if (own !== undefined) {
    return { by: 'line', percent: own, amountMinor: percentOfMinor(line.sumMinor, own) };
  }
  const { categoryId } = line;
  const ofCategory = categoryId === undefined || excluded.has(categoryId) ? undefined : byCategory.get(categoryId);
  return ofCategory === undefined
    ? null
    : { by: 'category', percent: ofCategory, amountMinor: percentOfMinor(line.sumMinor, ofCategory) };
}

/** What all discounts together may be taken of, and how much of the whole estimate's percent is asked for. */
interface TotalDiscount {
  lines: readonly EstimateLine[];
  coefficients: readonly Adjustment[];
  /** Lines and coefficients. */
  grossMinor: Minor;
  percent: DecimalString;
  excludedCategoryIds: readonly string[];
}

/**
 * All discounts of an estimate, exact to the kopeck: those of lines and what coefficients have of them, and `percent` of
 * everything that has none of its own and is not excluded, with what coefficients take of it, with one rounding over their
 * sum. Never more than the gross (negative coefficients may have lessened it), never below zero.
 */
export function discountOfAll(total: TotalDiscount): Minor {
  const { lines, coefficients, grossMinor, percent, excludedCategoryIds } = total;
  const rest = lines.filter(
    ({ discount, categoryId }) =>
      discount === null && (categoryId === undefined || !excludedCategoryIds.includes(categoryId)),
  );
  const restMinor = sumOf(rest) + sumMinor(coefficients.map((one) => shareOf(one, rest)));
  const ownMinor = sumMinor([
    ...lines.map(({ discount }) => discount?.amountMinor ?? 0),
    ...coefficients.map(({ discountMinor = 0 }) => discountMinor),
  ]);
  const discountMinor = ownMinor + percentOfMinor(Math.max(0, restMinor), percent);
  return Math.max(0, Math.min(discountMinor, grossMinor));
}

/** What a coefficient comes to of these lines alone. */
function shareOf(coefficient: Adjustment, lines: readonly EstimateLine[]): Minor {
  const baseMinor = sumOf(lines.filter((line) => isOfBase(line, coefficient)));
  return percentOfMinor(baseMinor, coefficient.percent ?? '0');
}

function sumOf(lines: readonly EstimateLine[]): Minor {
  return sumMinor(lines.map((line) => line.sumMinor));
}
