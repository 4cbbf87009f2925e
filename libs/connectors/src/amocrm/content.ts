import { LATER_MS, ok, type Outcome } from '../http/index.js';

/** For calls that always answer with content: silence (204) is then an answer we do not understand. */
export function contentOf<T>(outcome: Outcome<T | null>, effect: 'read' | 'write'): Outcome<T> {
  if (outcome.kind !== 'ok') return outcome;
  if (outcome.value !== null) return ok(outcome.value);
  return { kind: 'retry', afterMs: LATER_MS, code: 'RESPONSE_UNEXPECTED', outcomeKnown: effect === 'read' };
}

/** For reads by id: amoCRM answers 204 for what is deleted or merged away (amocrm-api-php, EntityApi). */
export function thingOf<T>(outcome: Outcome<T | null>): Outcome<T> {
  if (outcome.kind !== 'ok') return outcome;
  return outcome.value === null ? { kind: 'gone' } : ok(outcome.value);
}
