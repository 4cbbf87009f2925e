import { fullJitter, type Failure } from '@smet/connectors/http';
import type { LetterProblem } from './letters.repository.js';

/** After it a letter is no news any more: whatever keeps it is a matter for a person. */
export const GIVE_UP_AFTER_MS = 24 * 60 * 60_000;
const BASE_MS = 5_000;
const CAP_MS = 30 * 60_000;
/** A wrong password and a closed door are mended by people. */
const PEOPLE_MS = 5 * 60_000;

export type DeliveryDecision =
  | { readonly kind: 'again'; readonly at: Date; readonly problem: LetterProblem }
  /** Of no use any more, to nobody. */
  | { readonly kind: 'drop'; readonly problem: LetterProblem }
  /** Stays where a person sees it. */
  | { readonly kind: 'park'; readonly problem: LetterProblem };

export interface DeliveryHistory {
  readonly queuedAt: Date;
  /** Failed tries before this one. */
  readonly attempts: number;
  /** The last moment the letter is of use; null: a day after it was asked for a person decides. */
  readonly expiresAt: Date | null;
}

/**
 * What becomes of a letter that was not taken. What the recipient's side refuses is parked at once; what is the matter
 * of the installation (no connection, a wrong password) waits, because letters are not to blame for it. A letter whose next
 * try would come after its last moment is dropped. `random` gives a number from 0 to below 1.
 */
export function decideDelivery(
  failure: Failure,
  history: DeliveryHistory,
  now: Date,
  random: () => number,
): DeliveryDecision {
  const problem = problemOf(failure);
  const floorMs = floorOf(failure);
  if (floorMs === null) return { kind: 'park', problem };
  const jitterMs = fullJitter(history.attempts, { baseMs: BASE_MS, capMs: CAP_MS, random });
  const at = new Date(now.getTime() + Math.max(floorMs, jitterMs));
  if (history.expiresAt !== null && at >= history.expiresAt) return { kind: 'drop', problem };
  const tooLate = at.getTime() - history.queuedAt.getTime() > GIVE_UP_AFTER_MS;
  return tooLate ? { kind: 'park', problem } : { kind: 'again', at, problem };
}

/** How long to wait at least; null when waiting changes nothing. */
function floorOf(failure: Failure): number | null {
  if (failure.kind === 'retry') return failure.afterMs;
  return failure.kind === 'reauthorize' || failure.kind === 'blocked' ? PEOPLE_MS : null;
}

function problemOf(failure: Failure): LetterProblem {
  const code = 'code' in failure ? failure.code : 'UNEXPECTED';
  return { code, detail: 'details' in failure ? (failure.details[0]?.code ?? null) : null };
}
