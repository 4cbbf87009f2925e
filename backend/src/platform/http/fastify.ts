import cookie from '@fastify/cookie';
import multipart from '@fastify/multipart';
import rateLimit from '@fastify/rate-limit';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import type { Config } from '../config/index.js';
import type { Log } from '../observability/index.js';
import { drainOnClose } from './drain.js';
import { tooManyRequests } from './errors.js';
import { parseQuery } from './parse-query.js';
import { addRequestHooks, requestIdOf } from './request-hooks.js';
import { addSecurityHeaders } from './security-headers.js';

const BODY_LIMIT = 1024 * 1024;

/** The HTTP server under Nest: body limit, request ids, who is trusted about client addresses. */
export function createAdapter(config: Config): FastifyAdapter {
  return new FastifyAdapter({
    bodyLimit: BODY_LIMIT,
    trustProxy: [...config.trustProxy],
    requestIdHeader: false,
    genReqId: (request: FastifyRequest['raw']) => requestIdOf(request.headers['x-request-id']),
    routerOptions: { maxParamLength: 200, querystringParser: parseQuery },
  });
}

/** Fastify plugins; before the routes are registered. */
export async function registerPlugins(app: NestFastifyApplication, config: Config, log: Log): Promise<void> {
  const fastify = app.getHttpAdapter().getInstance();
  addRequestHooks(fastify, log);
  drainOnClose(fastify);
  await app.register(cookie);
  // How large a file may be is said by the route that takes it.
  await app.register(multipart, { throwFileSizeLimit: false, limits: { files: 1, fields: 0, headerPairs: 20 } });
  await addSecurityHeaders(fastify);
  // Only routes that ask for it (`@RouteConfig({ rateLimit })`) are limited.
  await app.register(rateLimit, {
    global: false,
    max: config.rateLimits.signInPerMinute,
    timeWindow: 60_000,
    hook: 'preHandler', // the body is read by then
    keyGenerator: (request) => `${request.ip} ${emailOf(request.body)}`,
    errorResponseBuilder: (_request, context) => tooManyRequests('REQUEST.TOO_MANY', Math.ceil(context.ttl / 1000)),
  });
}

/** Attempts on one account from one address are counted together. */
function emailOf(body: unknown): string {
  const email: unknown = typeof body === 'object' && body !== null ? Reflect.get(body, 'email') : null;
  return typeof email === 'string' ? email.trim().toLowerCase().slice(0, 254) : '';
}
