import * as http from 'node:http';
import * as https from 'node:https';
import type { LookupFunction } from 'node:net';
import { errorCode, type AddressGuard, type ResolvedAddress } from './address-guard.js';
import type { HttpMethod, TransportFailure, TransportFailureKind } from './types.js';

export interface ExchangeLimits {
  /** Name resolution, TCP and TLS together. */
  readonly connectTimeoutMs: number;
  /** Milliseconds left for everything, the body of the answer included. */
  readonly totalTimeoutMs: number;
  readonly maxResponseBytes: number;
}

export interface ExchangeRequest {
  readonly method: HttpMethod;
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
}

export interface RawResponse {
  readonly ok: true;
  readonly status: number;
  readonly headers: http.IncomingHttpHeaders;
  readonly body: Buffer;
}

/**
 * One request over one fresh connection to an address the guard has checked. No keep-alive: every request is checked
 * anew, and a write never fails on a pooled socket that the other side had just closed (its outcome would be unknown).
 */
export async function exchange(
  guard: AddressGuard,
  request: ExchangeRequest,
  limits: ExchangeLimits,
): Promise<RawResponse | TransportFailure> {
  const deadline = performance.now() + limits.totalTimeoutMs;
  const connectMs = Math.min(limits.connectTimeoutMs, limits.totalTimeoutMs);
  const checked = await within(guard.resolve(request.url), connectMs);
  if (checked === null) return failure('timeout', 'DNS_TIMEOUT', true);
  if (!checked.ok) return failure(checked.kind, checked.code, true);
  return new Promise((settle) => {
    const left = Math.max(1, deadline - performance.now());
    const own = { ...limits, connectTimeoutMs: Math.min(connectMs, left), totalTimeoutMs: left };
    new Exchange(request, own, settle).start(checked.addresses);
  });
}

export function failure(kind: TransportFailureKind, code: string, outcomeKnown: boolean): TransportFailure {
  return { ok: false, kind, code, outcomeKnown };
}

async function within<T>(work: Promise<T>, ms: number): Promise<T | null> {
  let timer: NodeJS.Timeout | undefined;
  const expired = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), ms);
  });
  try {
    return await Promise.race([work, expired]);
  } finally {
    clearTimeout(timer);
  }
}

/** The socket may only go to what was checked: the name is not asked for a second time. */
function pinnedLookup(addresses: readonly ResolvedAddress[]): LookupFunction {
  return (_hostname, options, callback) => {
    if (options.all === true) callback(null, [...addresses]);
    else callback(null, addresses[0]!.address, addresses[0]!.family);
  };
}

class Exchange {
  private connected = false;
  private settled = false;
  private readonly timers: NodeJS.Timeout[] = [];
  private outgoing: http.ClientRequest | undefined;

  constructor(
    private readonly request: ExchangeRequest,
    private readonly limits: ExchangeLimits,
    private readonly settle: (result: RawResponse | TransportFailure) => void,
  ) {}

  start(addresses: readonly ResolvedAddress[]): void {
    const secure = this.request.url.protocol === 'https:';
    const outgoing = this.open(addresses);
    if (outgoing === null) return;
    this.outgoing = outgoing;
    this.expire(this.limits.totalTimeoutMs, 'TOTAL_TIMEOUT');
    const connecting = this.expire(this.limits.connectTimeoutMs, 'CONNECT_TIMEOUT');
    outgoing.on('socket', (socket) => {
      socket.once(secure ? 'secureConnect' : 'connect', () => {
        this.connected = true;
        clearTimeout(connecting);
      });
    });
    outgoing.on('response', (response) => this.read(response));
    outgoing.on('error', (error) => this.fail(kindOf(error, this.connected), errorCode(error) ?? 'SOCKET_ERROR'));
    outgoing.end(this.request.body);
  }

  /** Node refuses some headers by throwing (a token with a line break or Cyrillic in it); here that is a value too. */
  private open(addresses: readonly ResolvedAddress[]): http.ClientRequest | null {
    const { url, method, headers, body } = this.request;
    try {
      return (url.protocol === 'https:' ? https : http).request(url, {
        method,
        headers: { ...headers, ...(body !== undefined && { 'content-length': String(Buffer.byteLength(body)) }) },
        agent: false,
        lookup: pinnedLookup(addresses),
      });
    } catch (error) {
      this.fail('unreachable', errorCode(error) ?? 'REQUEST_INVALID');
      return null;
    }
  }

  private read(response: http.IncomingMessage): void {
    const chunks: Buffer[] = [];
    let size = 0;
    response.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > this.limits.maxResponseBytes) this.fail('too-large', 'RESPONSE_TOO_LARGE');
      else chunks.push(chunk);
    });
    response.on('error', (error) => this.fail('unreachable', errorCode(error) ?? 'RESPONSE_BROKEN'));
    response.on('end', () => {
      this.finish({
        ok: true,
        status: response.statusCode ?? 0,
        headers: response.headers,
        body: Buffer.concat(chunks),
      });
    });
  }

  private expire(ms: number, code: string): NodeJS.Timeout {
    const timer = setTimeout(() => this.fail('timeout', code), ms);
    this.timers.push(timer);
    return timer;
  }

  /** A read changes nothing over there, and before the connection stands nothing was sent: both outcomes are known. */
  private fail(kind: TransportFailureKind, code: string): void {
    this.finish(failure(kind, code, this.request.method === 'GET' || !this.connected));
  }

  private finish(result: RawResponse | TransportFailure): void {
    if (this.settled) return;
    this.settled = true;
    for (const timer of this.timers) clearTimeout(timer);
    this.settle(result);
    // The listeners stay: destroying emits a late error that must find one.
    if (!result.ok) this.outgoing?.destroy();
  }
}

/** OpenSSL and Node name certificate and handshake problems so (nodejs.org/api/errors.html, tls). */
const TLS_CODES = /^(ERR_SSL_|ERR_TLS_|CERT_|EPROTO$|UNABLE_TO_|SELF_SIGNED_|DEPTH_ZERO_|HOSTNAME_MISMATCH$)/;

function kindOf(error: Error, connected: boolean): TransportFailureKind {
  const code = errorCode(error) ?? '';
  if (!connected && TLS_CODES.test(code)) return 'tls';
  if (code === 'ETIMEDOUT') return 'timeout';
  return 'unreachable';
}
