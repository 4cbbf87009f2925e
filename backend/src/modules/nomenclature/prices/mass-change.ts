import { createHash } from 'node:crypto';
import { repriceMinor, sumMinor, type RepricingRounding } from '@smet/money';
import { MAX_PRICE_MINOR } from './dto/price.dto.js';

/** A price of the list as it is at the moment of the change. */
export interface PriceToChange {
  readonly itemId: string;
  readonly code: string;
  readonly name: string;
  readonly unit: string;
  readonly amountMinor: number;
  /** Another price is planned for after that moment. */
  readonly planned: boolean;
}

export interface PriceStep {
  readonly item: PriceToChange;
  readonly afterMinor: number;
}

export interface MassChangePlan {
  /** Those whose amount really changes, in the order given. */
  readonly steps: readonly PriceStep[];
  readonly unchanged: number;
  readonly plannedLater: number;
  readonly totals: { readonly beforeMinor: number; readonly afterMinor: number };
  /** SHA-256 of everything that would be written, hexadecimal: two equal digests write the same. */
  readonly digest: string;
}

export interface MassChangeTerms {
  readonly percent: number;
  readonly rounding: RepricingRounding;
  /** As it was asked for; undefined: from now. */
  readonly validFrom?: string | undefined;
}

/**
 * What a change by percent does to prices.
 * @returns null when an amount would leave what a price may be
 */
export function planMassChange(
  prices: readonly PriceToChange[],
  { percent, rounding, validFrom }: MassChangeTerms,
): MassChangePlan | null {
  const steps: PriceStep[] = [];
  const hash = createHash('sha256').update(JSON.stringify([percent, rounding.mode, rounding.stepMinor, validFrom]));
  for (const item of prices) {
    const afterMinor = repriceMinor(item.amountMinor, percent, rounding);
    if (afterMinor > MAX_PRICE_MINOR) return null;
    if (afterMinor === item.amountMinor) continue;
    steps.push({ item, afterMinor });
    hash.update(`${item.itemId} ${item.amountMinor} ${afterMinor}\n`);
  }
  return {
    steps,
    unchanged: prices.length - steps.length,
    plannedLater: steps.filter(({ item }) => item.planned).length,
    totals: {
      beforeMinor: sumMinor(steps.map(({ item }) => item.amountMinor)),
      afterMinor: sumMinor(steps.map(({ afterMinor }) => afterMinor)),
    },
    digest: hash.digest('hex'),
  };
}
