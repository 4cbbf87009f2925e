import type { DecimalString, Minor, RoundingLevel } from '@smet/money';

export { ROUNDING_LEVELS } from '@smet/money';
export type { RoundingLevel } from '@smet/money';

/** How an organization asks for its money. An estimate keeps the terms it was computed with. */
export interface MoneyTerms {
  /**
   * The least gross, before any discount: what lacks to it is an adjustment of its own that no discount is taken off. A
   * discount of what is sold may bring what is to be paid below it. 0: no minimum.
   */
  minimumOrderMinor: Minor;
  /** Lines of these categories get no discount but one given to the line itself. */
  excludedCategoryIds: readonly string[];
  rounding: MoneyRounding;
  /** Null: the organization pays none. */
  vat: VatTerms | null;
  /** Unless the estimate has one of its own; the last stage takes what is left. */
  schedule: readonly PaymentStage[];
}

export type MoneyRounding =
  /** To pay is rounded half-up to the whole rouble. */
  | { policy: 'half-up' }
  /**
   * Sum and discount are each rounded up to a level, then subtracted; the discount shown is the exact sum less the
   * result. −2: kopecks, 0: roubles, 1: tens, 2: hundreds. Source: the published example of the acceptance file.
   */
  | { policy: 'published'; level: RoundingLevel };

export interface VatTerms {
  /** Part of the prices, or asked for on top of them. */
  mode: 'included' | 'on_top';
  ratePercent: DecimalString;
}

export const PAYMENT_MOMENTS = ['before_start', 'on_start', 'on_delivery', 'after_mounting', 'after_act'] as const;
export type PaymentMoment = (typeof PAYMENT_MOMENTS)[number];

export interface PaymentStage {
  when: PaymentMoment;
  /** Of what is to be paid; all stages together make 100. */
  percent: DecimalString;
}

/** Half before, half after; nothing else is asked for. */
export const DEFAULT_MONEY_TERMS: MoneyTerms = {
  minimumOrderMinor: 0,
  excludedCategoryIds: [],
  rounding: { policy: 'half-up' },
  vat: null,
  schedule: [
    { when: 'before_start', percent: '50' },
    { when: 'after_mounting', percent: '50' },
  ],
};
