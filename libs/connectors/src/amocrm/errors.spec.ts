import { describe, expect, it } from '@jest/globals';
import type { Failure, HttpResponse, ParsedBody } from '../http/index.js';
import { classifyResponse, type CallContext } from './errors.js';

const READ: CallContext = { effect: 'read', addressesOneThing: false };
const WRITE: CallContext = { effect: 'write', addressesOneThing: false };
const HTML: ParsedBody = { kind: 'not-json' };
const EMPTY: ParsedBody = { kind: 'empty' };

function json(value: unknown): ParsedBody {
  return { kind: 'json', value };
}

function problem(status: number, extra: object = {}): ParsedBody {
  return json({ title: 'Bad Request', type: `https://httpstatus.es/${status}`, status, detail: 'текст', ...extra });
}

function answer(status: number, body: ParsedBody, headers: HttpResponse['headers'] = {}): HttpResponse {
  return { status, body, headers, requestId: 'req-9' };
}

function validation(...codes: string[]): ParsedBody {
  const errors = codes.map((code) => ({ code, path: 'custom_fields_values.0.field_id', detail: 'текст' }));
  return problem(400, { 'validation-errors': [{ request_id: '2', errors }] });
}

describe('classifyResponse', () => {
  it.each([
    [200, json({})],
    [201, json({})],
    [202, json([])],
    [204, EMPTY],
  ])('takes %s for a success', (status, body) => {
    expect(classifyResponse(answer(status, body), WRITE)).toBeNull();
  });

  it.each<[string, HttpResponse, Partial<Failure>]>([
    ['a token refused', answer(401, problem(401)), { kind: 'reauthorize', code: 'TOKEN_NOT_ACCEPTED' }],
    ['a token refused in HTML', answer(401, HTML), { kind: 'reauthorize' }],
    ['an unpaid account', answer(402, problem(402)), { kind: 'blocked', code: 'PAYMENT_REQUIRED' }],
    ['a ban, which is HTML', answer(403, HTML), { kind: 'blocked', code: 'API_BANNED' }],
    ['missing rights', answer(403, problem(403)), { kind: 'rejected', code: 'NO_RIGHTS' }],
    [
      'our address not in their white list',
      answer(403, problem(403, { code: 113 })),
      { kind: 'blocked', code: 'ADDRESS_NOT_WHITELISTED' },
    ],
    ['an unknown address', answer(404, problem(404)), { kind: 'rejected', code: 'NOT_FOUND' }],
    ['a wrong method', answer(405, problem(405)), { kind: 'bug', code: 'HTTP_405' }],
    ['a conflict nobody described', answer(409, problem(409)), { kind: 'rejected', code: 'HTTP_409' }],
    ['a redirect not followed', answer(302, HTML), { kind: 'rejected', code: 'REDIRECTED' }],
    ['an empty batch of ours', answer(400, problem(400)), { kind: 'bug', code: 'VALIDATION' }],
    ['a batch too large', answer(422, problem(422)), { kind: 'rejected', code: 'UNPROCESSABLE' }],
  ])('decides on %s', (_what, response, expected) => {
    expect(classifyResponse(response, WRITE)).toMatchObject({ ...expected, requestId: 'req-9' });
  });

  it('says gone only of what one thing was asked for', () => {
    expect(classifyResponse(answer(404, problem(404)), { ...WRITE, addressesOneThing: true })?.kind).toBe('gone');
  });

  it.each<[string[], Failure['kind']]>([
    [['NotSupportedChoice'], 'rejected'],
    [['SomethingNew'], 'rejected'],
    [['FieldNotExpected'], 'bug'],
    [['NotSupportedChoice', 'InvalidType'], 'bug'],
  ])('parks bad data and reports bad requests (%j → %s)', (codes, kind) => {
    const outcome = classifyResponse(answer(400, validation(...codes)), WRITE);
    expect(outcome).toMatchObject({
      kind,
      code: 'VALIDATION',
      details: codes.map((code) => ({ code, path: 'custom_fields_values.0.field_id', item: 2 })),
    });
    expect(JSON.stringify(outcome)).not.toContain('текст');
  });

  it.each<[string, HttpResponse, number]>([
    ['the gateway in HTML', answer(429, HTML), 1000],
    ['JSON with retry_after', answer(429, problem(429, { retry_after: 300 })), 300_000],
    ['a header', answer(429, HTML, { 'retry-after': '7' }), 7000],
    ['both', answer(429, problem(429, { retry_after: 3 }), { 'retry-after': '7' }), 7000],
    ['a date in the header, which we do not read', answer(429, HTML, { 'retry-after': 'Wed, 21 Oct 2026' }), 1000],
    ['nonsense', answer(429, problem(429, { retry_after: -5 })), 1000],
    ['a lie', answer(429, problem(429, { retry_after: 1e9 })), 3_600_000],
  ])('waits as long as asked on 429: %s', (_what, response, afterMs) => {
    expect(classifyResponse(response, WRITE)).toMatchObject({
      kind: 'retry',
      code: 'RATE_LIMITED',
      afterMs,
      outcomeKnown: true,
    });
  });

  it.each([500, 502, 503, 504, 599])('retries %s and does not know what became of a write', (status) => {
    const expected = { kind: 'retry', code: 'SERVER_ERROR', afterMs: 5000 };
    expect(classifyResponse(answer(status, HTML), WRITE)).toMatchObject({ ...expected, outcomeKnown: false });
    expect(classifyResponse(answer(status, problem(status)), READ)).toMatchObject({ ...expected, outcomeKnown: true });
  });

  it.each([HTML, EMPTY])('does not believe a success that is not JSON', (body) => {
    expect(classifyResponse(answer(200, body), WRITE)).toMatchObject({
      kind: 'retry',
      code: 'RESPONSE_NOT_JSON',
      outcomeKnown: false,
    });
  });

  it.each([null, [], 'text', 7, { 'validation-errors': 'x' }, { 'validation-errors': [null, { errors: [3] }] }])(
    'survives a strange body: %j',
    (value) => {
      for (const status of [400, 401, 403, 404, 422, 429, 500]) {
        expect(classifyResponse(answer(status, json(value)), WRITE)).not.toBeNull();
      }
    },
  );
});
