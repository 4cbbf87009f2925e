import { compareDecimals, isDecimal, parseDecimal, percentOfMinor, roundMinorToUnit, sumDecimals } from '@smet/money';
import type { Minor } from '@smet/money';
import { ESTIMATE_LIMITS } from '../shape/limits.js';
import type { EstimateProblem, EstimateTotals } from './estimate-result.js';
import { PAYMENT_MOMENTS } from './money-terms.js';
import type { PaymentStage } from './money-terms.js';

/** The schedule of the draft when it is usable, else that of the organization and why. */
export function checkSchedule(
  given: readonly PaymentStage[] | undefined,
  ofOrganization: readonly PaymentStage[],
): { stages: readonly PaymentStage[]; problems: EstimateProblem[] } {
  if (given === undefined || isSchedule(given)) {
    return { stages: given ?? ofOrganization, problems: [] };
  }
  const params = { max: ESTIMATE_LIMITS.maxStages, scale: ESTIMATE_LIMITS.discountScale };
  return { stages: ofOrganization, problems: [{ code: 'SCHEDULE_INVALID', path: 'schedule', params }] };
}

/** True for one to ten stages whose percents, each with at most two digits after the point, make 100 exactly. */
export function isSchedule(stages: readonly PaymentStage[]): boolean {
  const { maxStages, maxDiscountPercent: max, discountScale: scale } = ESTIMATE_LIMITS;
  const areUsable = stages.every(
    ({ when, percent }) =>
      PAYMENT_MOMENTS.includes(when) && isDecimal(percent) && parseDecimal(percent, { max, scale }) !== null,
  );
  return (
    stages.length <= maxStages &&
    areUsable &&
    compareDecimals(sumDecimals(stages.map(({ percent }) => percent)), 100) === 0
  );
}

/**
 * Each stage half-up to the whole rouble, but never more than is left; the last takes the rest, so that they add up to
 * what is to be paid. Nothing is scheduled without stages.
 */
export function splitByStages(toPayMinor: Minor, stages: readonly PaymentStage[]): EstimateTotals['schedule'] {
  let leftMinor = toPayMinor;
  return stages.map((stage, index) => {
    const isLast = index === stages.length - 1;
    const shareMinor = roundMinorToUnit(percentOfMinor(toPayMinor, stage.percent));
    const amountMinor = isLast ? leftMinor : Math.min(leftMinor, shareMinor);
    leftMinor -= amountMinor;
    return { ...stage, amountMinor };
  });
}
