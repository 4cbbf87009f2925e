import '@fastify/cookie';
import type { FastifyRequest } from 'fastify';
import type { Config } from '../config/index.js';
import { forbidden } from '../http/index.js';

/** Proves that a script of ours made the request: a form of another site cannot set it. */
const WRITE_HEADER = 'x-smet-request';
const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

/** The `__Host-` prefix needs `Secure`, which plain http on a local network cannot have. */
export function cookieNames(config: Config): { access: string; refresh: string } {
  const prefix = config.secureCookies ? '__Host-' : '';
  return { access: `${prefix}smet_access`, refresh: `${prefix}smet_refresh` };
}

export function bearerToken(request: FastifyRequest): string | null {
  const [scheme, token] = (request.headers.authorization ?? '').split(' ', 2);
  return scheme?.toLowerCase() === 'bearer' && token ? token : null;
}

/** The access token of a request: a bearer header wins over the cookie. */
export function accessToken(config: Config, request: FastifyRequest): string | null {
  return bearerToken(request) ?? request.cookies[cookieNames(config).access] ?? null;
}

/**
 * A write that counts on cookies must come from our own pages.
 * @throws AppError 403 ACCESS.FOREIGN_ORIGIN without a matching Origin and the `x-smet-request` header.
 */
export function assertOwnOrigin(config: Config, request: FastifyRequest): void {
  if (SAFE_METHODS.has(request.method)) return;
  const { origin } = request.headers;
  const ours = typeof origin === 'string' && config.allowedOrigins.includes(origin);
  if (!ours || request.headers[WRITE_HEADER] !== '1') throw forbidden('ACCESS.FOREIGN_ORIGIN');
}
