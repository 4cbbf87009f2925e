import type { FastifyRequest } from 'fastify';

/** A refused order to the stand-in itself (its page, its switches); the message says why. */
export class ControlError extends Error {}

/** Browsers name the origin of a write: another site must not switch faults on or move leads. */
export function assertOwnOrigin(request: FastifyRequest): void {
  const { origin } = request.headers;
  if (origin !== undefined && origin !== `${request.protocol}://${request.host}`) {
    throw new ControlError('Запрос отправлен с чужой страницы');
  }
}
