import { fullJitter } from '@smet/connectors/http';

const BASE_MS = 2_000;
/** After an outage of any length everything is there within this time. */
const CAP_MS = 5 * 60_000;

/**
 * When to try again after `attempts` failures in a row (1 after the first): full jitter, but never before the time the
 * other side asked for. `random` gives a number from 0 to below 1.
 */
export function retryTime(now: Date, attempts: number, afterMs: number, random: () => number): Date {
  const jitterMs = fullJitter(attempts - 1, { baseMs: BASE_MS, capMs: CAP_MS, random });
  return new Date(now.getTime() + Math.max(afterMs, jitterMs));
}
