import { percentOfMinor, roundMinorToUnit, sumMinor } from '@smet/money';
import type { DecimalString, Minor } from '@smet/money';
import type { EstimateLine, EstimateTotals } from './estimate-result.js';
import type { PaymentStage } from './money-terms.js';

/** What the totals depend on beside the lines. */
export interface TotalsOptions {
  discountPercent: DecimalString;
  schedule: readonly PaymentStage[];
  /** Whether the price book has purchase prices at all, that is, whether this reader may see cost. */
  withCost: boolean;
}

/**
 * Gross, discount to the kopeck, to pay and prepayment to the whole rouble. Cost and margin are answered only when every
 * line has a purchase price: a sum over some of them would read as the whole.
 */
export function computeTotals(lines: readonly EstimateLine[], options: TotalsOptions): EstimateTotals {
  const grossMinor = sumMinor(lines.map(({ sumMinor: sum }) => sum));
  const discountMinor = percentOfMinor(grossMinor, options.discountPercent);
  const toPayMinor = roundMinorToUnit(grossMinor - discountMinor);
  const schedule = scheduleOf(toPayMinor, options.schedule);
  const prepaymentMinor = schedule[0]?.amountMinor ?? toPayMinor;
  const totals: EstimateTotals = {
    grossMinor,
    discountMinor,
    topUpMinor: 0,
    vat: null,
    toPayMinor,
    schedule,
    prepaymentMinor,
    restMinor: toPayMinor - prepaymentMinor,
  };
  const costs = lines.flatMap(({ costSumMinor }) => (costSumMinor === undefined ? [] : [costSumMinor]));
  if (!options.withCost || costs.length < lines.length) {
    return totals;
  }
  const costMinor = sumMinor(costs);
  return { ...totals, costMinor, marginMinor: toPayMinor - costMinor };
}

/** Each stage half-up to the whole rouble; the last one takes what is left. */
function scheduleOf(toPayMinor: Minor, stages: readonly PaymentStage[]): EstimateTotals['schedule'] {
  let leftMinor = toPayMinor;
  return stages.map((stage, index) => {
    const isLast = index === stages.length - 1;
    const amountMinor = isLast ? leftMinor : roundMinorToUnit(percentOfMinor(toPayMinor, stage.percent));
    leftMinor -= amountMinor;
    return { ...stage, amountMinor };
  });
}
