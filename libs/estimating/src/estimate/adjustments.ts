import { percentOfMinor, sumMinor } from '@smet/money';
import type { Minor } from '@smet/money';
import { ESTIMATE_LIMITS } from '../shape/limits.js';
import type { Adjustment, EstimateLine, EstimateProblem } from './estimate-result.js';

/** What a coefficient is, before its arithmetic. */
export type Coefficient = Pick<Adjustment, 'key' | 'roomId' | 'name' | 'base'> & { percent: string };

/** A coefficient with its sum, or the problem that kept it out of the estimate. */
export type PricedCoefficient = { adjustment: Adjustment } | { problem: EstimateProblem };

const MINIMUM_ORDER_KEY = 'minimum-order';

/**
 * `percent` of the sum of those lines whose items are of the kinds of the base, half-up to the kopeck; of the lines of its
 * room, or of all when it has none. Lines without a kind belong to no base. Taken of lines only, before discount:
 * coefficients are no base of one another. What its lines have of discounts of their own is given to it in proportion. `path` names its place in the draft.
 */
export function priceCoefficient(
  coefficient: Coefficient,
  lines: readonly EstimateLine[],
  path: string,
): PricedCoefficient {
  const { key, roomId, name, percent, base } = coefficient;
  const taken = lines.filter((line) => isOfBase(line, coefficient));
  const baseMinor = sumMinor(taken.map((line) => line.sumMinor));
  if (Math.abs(baseMinor * Number(percent)) > 100 * ESTIMATE_LIMITS.maxLineMinor) {
    return { problem: { code: 'SUM_TOO_LARGE', path, params: { coefficient: name } } };
  }
  const sum = percentOfMinor(baseMinor, percent);
  const given = percentOfMinor(sumMinor(taken.map(({ discount }) => discount?.amountMinor ?? 0)), percent);
  const discount = given === 0 ? {} : { discountMinor: given };
  const adjustment = { key, kind: 'coefficient' as const, roomId, name, percent, base, baseMinor, sumMinor: sum };
  return { adjustment: { ...adjustment, ...discount } };
}

/** Whether a line is among those a coefficient is taken of. */
export function isOfBase(
  line: Pick<EstimateLine, 'kind' | 'roomId'>,
  { base, roomId }: Pick<Adjustment, 'base' | 'roomId'>,
): boolean {
  return line.kind !== undefined && base.includes(line.kind) && (roomId === null || line.roomId === roomId);
}

/**
 * The line that lifts an estimate to the minimum order, by its gross before discount; null when nothing lacks. An estimate
 * of no line, or of lines of no quantity, owes nothing. Whatever negative coefficients do, the gross and this are never below zero together.
 */
export function minimumOrderOf(
  lines: readonly EstimateLine[],
  coefficients: readonly Adjustment[],
  minimumMinor: Minor,
): Adjustment | null {
  const lacking = minimumMinor - grossOf(lines, coefficients);
  if (lacking <= 0 || lines.every(({ quantity }) => Number(quantity) === 0)) {
    return null;
  }
  return {
    key: MINIMUM_ORDER_KEY,
    kind: 'minimum-order',
    roomId: null,
    name: '',
    percent: null,
    base: [],
    baseMinor: minimumMinor,
    sumMinor: lacking,
  };
}

/** Lines and coefficients, before discount. */
export function grossOf(lines: readonly EstimateLine[], coefficients: readonly Adjustment[]): Minor {
  return sumMinor([...lines.map((line) => line.sumMinor), ...coefficients.map((coefficient) => coefficient.sumMinor)]);
}
