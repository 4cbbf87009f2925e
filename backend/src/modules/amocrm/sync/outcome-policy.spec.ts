import { describe, expect, it } from '@jest/globals';
import type { Failure } from '@smet/connectors/http';
import { problemOfPull, stateAfter, verdictOf } from './outcome-policy.js';

const retry = (code: string): Failure => ({ kind: 'retry', code, afterMs: 1500, outcomeKnown: true });
const details = [{ code: 'NotSupportedChoice', path: 'status_id', item: 0 }];

describe('verdictOf', () => {
  it.each<{ failure: Failure; kind: string; code: string; detail: string | null }>([
    { failure: retry('UNREACHABLE'), kind: 'later', code: 'UNREACHABLE', detail: 'UNREACHABLE' },
    { failure: retry('TIMEOUT'), kind: 'later', code: 'TIMEOUT', detail: 'TIMEOUT' },
    { failure: retry('NAME_NOT_FOUND'), kind: 'later', code: 'NAME_NOT_FOUND', detail: 'NAME_NOT_FOUND' },
    { failure: retry('CERTIFICATE'), kind: 'later', code: 'CERTIFICATE', detail: 'CERTIFICATE' },
    { failure: retry('RESPONSE_UNEXPECTED'), kind: 'later', code: 'ANSWER_MALFORMED', detail: 'RESPONSE_UNEXPECTED' },
    { failure: retry('RATE_LIMITED'), kind: 'later', code: 'RATE_LIMITED', detail: 'RATE_LIMITED' },
    { failure: retry('WAITING_FOR_SLOT'), kind: 'later', code: 'RATE_LIMITED', detail: 'WAITING_FOR_SLOT' },
    { failure: retry('SERVER_ERROR'), kind: 'later', code: 'SERVER_ERROR', detail: 'SERVER_ERROR' },
    { failure: retry('SOMETHING_NEW'), kind: 'later', code: 'SERVER_ERROR', detail: 'SOMETHING_NEW' },
    {
      failure: { kind: 'reauthorize', code: 'TOKEN_NOT_ACCEPTED', requestId: 'r1' },
      kind: 'reauthorize',
      code: 'TOKEN_REFUSED',
      detail: 'TOKEN_NOT_ACCEPTED, request r1',
    },
    {
      failure: { kind: 'blocked', code: 'PAYMENT_REQUIRED' },
      kind: 'blocked',
      code: 'PAYMENT_REQUIRED',
      detail: 'PAYMENT_REQUIRED',
    },
    { failure: { kind: 'blocked', code: 'API_BANNED' }, kind: 'blocked', code: 'API_BANNED', detail: 'API_BANNED' },
    {
      failure: { kind: 'blocked', code: 'ADDRESS_NOT_WHITELISTED' },
      kind: 'blocked',
      code: 'SERVER_NOT_WHITELISTED',
      detail: 'ADDRESS_NOT_WHITELISTED',
    },
    {
      failure: { kind: 'blocked', code: 'WRONG_ACCOUNT' },
      kind: 'blocked',
      code: 'WRONG_ACCOUNT',
      detail: 'WRONG_ACCOUNT',
    },
    {
      failure: { kind: 'rejected', code: 'NO_RIGHTS', details: [] },
      kind: 'blocked',
      code: 'NO_RIGHTS',
      detail: 'NO_RIGHTS',
    },
    {
      failure: { kind: 'rejected', code: 'ADDRESS_NOT_ALLOWED', details: [] },
      kind: 'blocked',
      code: 'ADDRESS_REFUSED',
      detail: 'ADDRESS_NOT_ALLOWED',
    },
    {
      failure: { kind: 'rejected', code: 'REDIRECTED', details: [] },
      kind: 'blocked',
      code: 'WRONG_ADDRESS',
      detail: 'REDIRECTED',
    },
    {
      failure: { kind: 'rejected', code: 'VALIDATION', details },
      kind: 'rejected',
      code: 'CONTENT_REFUSED',
      detail: 'VALIDATION, NotSupportedChoice status_id',
    },
    { failure: { kind: 'gone' }, kind: 'rejected', code: 'LEAD_GONE', detail: null },
    { failure: { kind: 'cursor-invalid' }, kind: 'rejected', code: 'INTERNAL', detail: 'CURSOR_INVALID' },
    {
      failure: { kind: 'bug', code: 'VALIDATION', details },
      kind: 'rejected',
      code: 'INTERNAL',
      detail: 'VALIDATION, NotSupportedChoice status_id',
    },
  ])('$failure.kind $failure.code → $kind $code', ({ failure, kind, code, detail }) => {
    expect(verdictOf(failure)).toMatchObject({ kind, problem: { code, detail } });
  });

  it('keeps the time the other side asks for', () => {
    expect(verdictOf(retry('RATE_LIMITED'))).toMatchObject({ afterMs: 1500 });
  });
});

describe('stateAfter', () => {
  it.each([
    { failure: retry('TIMEOUT'), state: 'active' },
    { failure: { kind: 'reauthorize', code: 'TOKEN_NOT_ACCEPTED' } as const, state: 'reauthorize' },
    { failure: { kind: 'blocked', code: 'API_BANNED' } as const, state: 'blocked' },
    { failure: { kind: 'gone' } as const, state: 'active' },
  ])('$state', ({ failure, state }) => {
    expect(stateAfter(verdictOf(failure))).toBe(state);
  });
});

describe('problemOfPull', () => {
  it('speaks of no lead', () => {
    expect(problemOfPull(verdictOf({ kind: 'gone' }))).toEqual({ code: 'WRONG_ADDRESS', detail: null });
    expect(problemOfPull(verdictOf({ kind: 'bug', code: 'HTTP_405', details: [] }))).toEqual({
      code: 'INTERNAL',
      detail: 'HTTP_405',
    });
  });
});
