import { percentOfMinor, roundMinorToUnit, sumMinor } from '@smet/money';
import type { DecimalString } from '@smet/money';
import type { EstimateLine, EstimateTotals } from './estimate-result.js';

/** What the totals depend on beside the lines. */
export interface TotalsOptions {
  discountPercent: DecimalString;
  prepaymentPercent: DecimalString;
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
  const prepaymentMinor = roundMinorToUnit(percentOfMinor(toPayMinor, options.prepaymentPercent));
  const totals = { grossMinor, discountMinor, toPayMinor, prepaymentMinor, restMinor: toPayMinor - prepaymentMinor };
  const costs = lines.flatMap(({ costSumMinor }) => (costSumMinor === undefined ? [] : [costSumMinor]));
  if (!options.withCost || costs.length < lines.length) {
    return totals;
  }
  const costMinor = sumMinor(costs);
  return { ...totals, costMinor, marginMinor: toPayMinor - costMinor };
}
