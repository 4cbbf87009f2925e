import type { FastifyInstance } from 'fastify';
import { v7 as uuidv7 } from 'uuid';
import { currentContext, runInContext, type Log } from '../observability/index.js';
import type { ActorRequest } from '../access/decorators.js';

const ACCEPTABLE_ID = /^[\w.-]{8,100}$/;

/** An incoming request id is kept when it is harmless to log and to send back. */
export function requestIdOf(header: string | string[] | undefined): string {
  return typeof header === 'string' && ACCEPTABLE_ID.test(header) ? header : uuidv7();
}

/** Request id, replay mark and one log line per request, around everything else. */
export function addRequestHooks(fastify: FastifyInstance, log: Log): void {
  fastify.addHook('onRequest', (request, reply, done) => {
    reply.header('x-request-id', request.id);
    runInContext({ requestId: request.id }, done);
  });
  fastify.addHook('onSend', (_request, reply, payload, done) => {
    if (currentContext()?.replayed) reply.header('idempotency-replayed', 'true');
    done(null, payload);
  });
  fastify.addHook('onResponse', (request: ActorRequest, reply, done) => {
    log.info('request', {
      requestId: request.id,
      method: request.method,
      // The route's pattern: a raw path or query may hold phones and e-mails.
      route: request.routeOptions.url ?? '(none)',
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime * 10) / 10,
      userId: request.actor?.userId,
      organizationId: request.actor?.organizationId,
    });
    done();
  });
}
