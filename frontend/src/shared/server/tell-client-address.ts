import diagnostics from 'node:diagnostics_channel';
import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import { forwardedFor, readTrusted } from './client-address';

const HEADER = 'x-forwarded-for';

/**
 * Writes into every request where it came from, before Next sees it: Next takes a browser's own `x-forwarded-for` for true and
 * hands it on to the API, which counts calls and keeps evidence by it. Node tells of a request on this channel first, whoever
 * made the server (`next start`, `next dev` and the standalone one alike).
 * @param trusted the setting SMET_TRUST_PROXY
 * @throws Error when the setting cannot be read
 */
export function tellClientAddress(trusted: string): void {
  const isTrusted = readTrusted(trusted);
  diagnostics.subscribe('http.server.request.start', (message) => {
    const { request, socket } = message as { request: IncomingMessage; socket: Socket };
    const given = request.headers[HEADER];
    request.headers[HEADER] = forwardedFor(socket.remoteAddress ?? '', given?.toString(), isTrusted);
  });
}
