import { fromDouble, roundDown, roundHalfUp, roundUp } from '@smet/money';
import type { DecimalString } from '@smet/money';
import type { Rounding } from '../rules/rule-set.js';
import { ESTIMATE_LIMITS } from '../shape/limits.js';

/** A quantity as it is billed, and how it came to that. */
export interface RoundedQuantity {
  quantity: DecimalString;
  /** To nine places; null where nothing was rounded. */
  unrounded: DecimalString | null;
  rounding: Rounding | null;
  pack: DecimalString | null;
}

/** Below this it is zero at nine places, as fromDouble has it. */
const NOTHING = 5e-10;
const NONE: DecimalString = '0';
/** Digits every quantity has at the most. */
const FINEST: Rounding = { mode: 'half-up', step: `0.${'0'.repeat(ESTIMATE_LIMITS.quantityScale - 1)}1` };
const ROUND = { 'half-up': roundHalfUp, up: roundUp, down: roundDown } as const;

/**
 * Rounds and packs a quantity. Below zero it is nothing. Of a pack without a rounding it is the unrounded quantity that is
 * packed, so that nothing is rounded twice.
 */
export function roundQuantity(
  value: number,
  { rounding, pack, isExplicit }: { rounding: Rounding | null; pack: DecimalString | null; isExplicit: boolean },
): RoundedQuantity {
  if (value < NOTHING) {
    const shown = pack !== null && !isExplicit ? null : rounding;
    return { quantity: NONE, unrounded: shown || pack ? NONE : null, rounding: shown, pack };
  }
  const unrounded = fromDouble(value);
  const first = pack !== null && !isExplicit ? null : rounding;
  const rounded = first ? ROUND[first.mode](unrounded, first.step) : unrounded;
  if (first || pack !== null) {
    return { quantity: pack === null ? rounded : roundUp(rounded, pack), unrounded, rounding: first, pack };
  }
  const quantity = roundHalfUp(unrounded, FINEST.step);
  // Both are in canonical form.
  const isSame = quantity === unrounded;
  return { quantity, unrounded: isSame ? null : unrounded, rounding: isSame ? null : FINEST, pack: null };
}
