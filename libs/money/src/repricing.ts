import { Decimal, roundDown, roundHalfUp, roundUp } from './decimal.js';
import type { DecimalInput, DecimalString } from './decimal.js';
import { isMinor, type Minor } from './minor.js';

/** Half-up, away from zero, towards zero. */
export const REPRICING_MODES = ['nearest', 'up', 'down'] as const;
export type RepricingMode = (typeof REPRICING_MODES)[number];

export interface RepricingRounding {
  readonly mode: RepricingMode;
  /** What the answer is a multiple of, in minor units: 1 or more. */
  readonly stepMinor: Minor;
}

const ROUND: Readonly<Record<RepricingMode, (value: DecimalInput, step: DecimalString) => DecimalString>> = {
  nearest: roundHalfUp,
  up: roundUp,
  down: roundDown,
};

/**
 * A price raised by `percent` (lowered below zero), rounded once, from the exact product: 9 990 by 7.5 % up to 100 is 10 800.
 * @throws RangeError for a step that is not positive and for an answer beyond the safe integers.
 */
export function repriceMinor(amount: Minor, percent: DecimalInput, { mode, stepMinor }: RepricingRounding): Minor {
  const exact = new Decimal(percent).plus(100).times(amount).times('0.01').toFixed();
  const rounded = Number(ROUND[mode](exact, String(stepMinor)));
  if (!isMinor(rounded)) throw new RangeError(`${amount} by ${percent} % is beyond the safe integers`);
  return rounded;
}
