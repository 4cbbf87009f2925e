import { describe, expect, it } from '@jest/globals';
import type { Failure } from '@smet/connectors/http';
import { decideDelivery, GIVE_UP_AFTER_MS } from './delivery-decision.js';

const QUEUED_AT = new Date('2026-11-20T10:00:00Z');
const later = (ms: number) => new Date(QUEUED_AT.getTime() + ms);
const GREY: Failure = { kind: 'retry', afterMs: 60_000, code: 'SMTP_451', outcomeKnown: true };

const HISTORY = { queuedAt: QUEUED_AT, attempts: 0, expiresAt: null };

describe('a letter that was not taken', () => {
  it('waits as long as the other side asks for, and longer the more often it failed', () => {
    const at = (attempts: number, random: number) => {
      const decision = decideDelivery(GREY, { ...HISTORY, attempts }, QUEUED_AT, () => random);
      return decision.kind === 'again' ? decision.at : null;
    };
    expect(at(0, 0.99)).toEqual(later(60_000));
    expect(at(7, 0.5)).toEqual(later(320_000));
    expect(at(30, 0.5)).toEqual(later(15 * 60_000));
  });

  it('is parked when its next try would come a day after it was asked for', () => {
    const history = { ...HISTORY, attempts: 3 };
    expect(decideDelivery(GREY, history, later(GIVE_UP_AFTER_MS - 60_000), () => 0).kind).toBe('again');
    expect(decideDelivery(GREY, history, later(GIVE_UP_AFTER_MS - 59_999), () => 0)).toEqual({
      kind: 'park',
      problem: { code: 'SMTP_451', detail: null },
    });
  });

  it('is dropped when its next try would come after its last moment', () => {
    const until = (ms: number) => decideDelivery(GREY, { ...HISTORY, expiresAt: later(ms) }, QUEUED_AT, () => 0).kind;
    expect([until(60_001), until(60_000)]).toEqual(['again', 'drop']);
  });

  it.each<[string, Failure, string]>([
    ['nobody of that name', { kind: 'rejected', code: 'RECIPIENT_REFUSED', details: [] }, 'park'],
    ['a defect of ours', { kind: 'bug', code: 'MESSAGE_INVALID', details: [] }, 'park'],
    ['a wrong password', { kind: 'reauthorize', code: 'CREDENTIALS_REFUSED' }, 'again'],
    ['a closed door', { kind: 'blocked', code: 'SERVER_REFUSES_US' }, 'again'],
  ])('because of %s', (_why, failure, kind) => {
    expect(decideDelivery(failure, HISTORY, QUEUED_AT, () => 0).kind).toBe(kind);
  });

  it('tells a person the code of the server', () => {
    const details = [{ code: '5.1.1', path: null, item: null }];
    const failure: Failure = { kind: 'rejected', code: 'RECIPIENT_REFUSED', details };
    expect(decideDelivery(failure, HISTORY, QUEUED_AT, () => 0).problem).toEqual({
      code: 'RECIPIENT_REFUSED',
      detail: '5.1.1',
    });
  });
});
