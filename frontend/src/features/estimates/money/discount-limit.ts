import type { Adjustment, EstimateTotals } from '@smet/estimating';
import { compareDecimals, sharePercent, sumMinor } from '@smet/money';

/**
 * All discounts together in percent of what would be charged without them, to a hundredth, as the server weighs them
 * against a person's limit: a coefficient below zero that a person added counts as one.
 */
export function discountShare(
  { discountMinor, grossMinor }: Pick<EstimateTotals, 'discountMinor' | 'grossMinor'>,
  adjustments: readonly Pick<Adjustment, 'key' | 'sumMinor'>[],
): string {
  const reductions = adjustments.filter(({ key, sumMinor: sum }) => key.startsWith('manual:') && sum < 0);
  const takenOff = -sumMinor(reductions.map(({ sumMinor: sum }) => sum));
  return sharePercent(discountMinor + takenOff, grossMinor + takenOff) ?? '0';
}

export const isAboveLimit = (percent: string, limit: string): boolean => compareDecimals(percent, limit) > 0;
