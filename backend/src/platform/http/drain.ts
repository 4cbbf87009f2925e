import type { FastifyInstance } from 'fastify';

/**
 * On closing, the requests in hand are finished and then every connection is cut. The server alone would wait for
 * connections that never sent a request, as browsers open them in advance.
 */
export function drainOnClose(fastify: FastifyInstance): void {
  let inHand = 0;
  let closing = false;
  const cutWhenIdle = () => {
    if (closing && inHand === 0) fastify.server.closeAllConnections();
  };
  fastify.addHook('onRequest', (_request, reply, done) => {
    inHand += 1;
    // not `onResponse`, which a client that left never brings about
    reply.raw.once('close', () => {
      inHand -= 1;
      cutWhenIdle();
    });
    done();
  });
  fastify.addHook('preClose', (done) => {
    closing = true;
    setImmediate(cutWhenIdle); // after the server has stopped listening
    done();
  });
}
