import { describe, expect, it } from '@jest/globals';
import { AppError } from './index.js';
import { readIdempotencyKey } from './idempotency-key.js';

const request = (body: unknown, headers: Record<string, string | string[]> = { 'idempotency-key': 'k-1' }) => ({
  headers,
  method: 'POST',
  url: '/api/v1/orders',
  body,
});

describe('the idempotency key of a request', () => {
  it('is absent without the header', () => {
    expect(readIdempotencyKey(request({}, {}))).toBeNull();
  });

  it('comes with a hash that ignores the order of keys and nothing else', () => {
    const hash = (body: unknown) => readIdempotencyKey(request(body))?.requestHash;
    expect(hash({ a: 1, b: { c: 2, d: [1, 2] } })).toBe(hash({ b: { d: [1, 2], c: 2 }, a: 1 }));
    expect(hash({ a: [1, 2] })).not.toBe(hash({ a: [2, 1] }));
    expect(hash({ a: 1 })).not.toBe(hash({ a: '1' }));
    const elsewhere = readIdempotencyKey({ ...request({ a: 1 }), url: '/api/v1/clients' })?.requestHash;
    expect(elsewhere).not.toBe(hash({ a: 1 }));
  });

  it.each([[''], ['x'.repeat(201)], ['a b'], ['ключ'], [['a', 'b']]])('is refused when it is %j', (key) => {
    expect(() => readIdempotencyKey(request({}, { 'idempotency-key': key }))).toThrow(AppError);
  });
});
