import { createHash } from 'node:crypto';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { IdempotencyRequest } from '../database/idempotency.js';
import { validationFailed } from './errors.js';

const ACCEPTABLE = /^[\x21-\x7e]{1,200}$/;

/**
 * The `Idempotency-Key` of a creating POST together with a hash of what is asked, or null when the client sent none.
 * Pass it to `Transactions.runOnce`.
 * @throws AppError 422 when the header is longer than 200 or not printable ASCII.
 */
export const IdempotencyKey = createParamDecorator((_: unknown, context: ExecutionContext): IdempotencyRequest | null =>
  readIdempotencyKey(context.switchToHttp().getRequest<FastifyRequest>()),
);

export function readIdempotencyKey(
  request: Pick<FastifyRequest, 'headers' | 'method' | 'url' | 'body'>,
): IdempotencyRequest | null {
  const key = request.headers['idempotency-key'];
  if (key === undefined) return null;
  if (typeof key !== 'string' || !ACCEPTABLE.test(key)) {
    throw validationFailed('REQUEST.INVALID', [{ path: 'Idempotency-Key', code: 'IDEMPOTENCY_KEY_INVALID' }]);
  }
  const asked = JSON.stringify([request.method, request.url, sortKeys(request.body)]);
  return { key, requestHash: createHash('sha256').update(asked).digest('hex') };
}

/** Two bodies that differ only in the order of their keys ask for the same thing. */
function sortKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortKeys);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, sortKeys(inner)]));
}
