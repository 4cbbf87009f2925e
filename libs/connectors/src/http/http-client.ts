import { createAddressGuard, type AddressGuard } from './address-guard.js';
import { exchange, failure, type RawResponse } from './exchange.js';
import { redactUrl } from './redact.js';
import type { HttpClient, HttpLogEntry, HttpRequest, HttpResponse, ParsedBody, TransportFailure } from './types.js';

export interface HttpClientOptions {
  /** Default: public addresses over TLS only. */
  readonly guard?: AddressGuard;
  /** For the whole request with its redirects. Default 15,000 ms. */
  readonly timeoutMs?: number;
  /** For resolving, TCP and TLS of one connection. Default 5,000 ms. */
  readonly connectTimeoutMs?: number;
  /** Default 5 MiB: a page of 250 leads with their fields stays below 1 MiB. */
  readonly maxResponseBytes?: number;
  readonly userAgent?: string;
  /** Makes an address fit for a log; by default only harmless query values are kept. */
  readonly redact?: (url: string) => string;
  /** Told about every exchange, redirects included. */
  readonly onExchange?: (entry: HttpLogEntry) => void;
}

const MAX_REDIRECTS = 3;

/** Headers that say nothing about us and may follow a redirect to another origin. */
const HARMLESS_HEADERS = new Set(['accept', 'user-agent']);

interface Hop {
  readonly request: HttpRequest;
  readonly url: string;
  readonly headers: Record<string, string>;
}

/** The only way out of SMET. See `README.md` of this library for what it promises. */
export function createHttpClient(options: HttpClientOptions = {}): HttpClient {
  const settings = {
    guard: options.guard ?? createAddressGuard(),
    timeoutMs: options.timeoutMs ?? 15_000,
    connectTimeoutMs: options.connectTimeoutMs ?? 5_000,
    maxResponseBytes: options.maxResponseBytes ?? 5 * 1024 * 1024,
    redact: options.redact ?? redactUrl,
    onExchange: options.onExchange ?? (() => undefined),
  };

  const sendOnce = async (hop: Hop, totalTimeoutMs: number): Promise<RawResponse | TransportFailure> => {
    const checked = settings.guard.checkUrl(hop.url);
    if (!checked.ok) return failure('blocked-address', checked.code, true);
    const { method, json } = hop.request;
    const body = json === undefined ? undefined : JSON.stringify(json);
    const limits = { ...settings, totalTimeoutMs };
    return exchange(settings.guard, { method, url: checked.url, headers: hop.headers, body }, limits);
  };

  const logged = async (hop: Hop, totalTimeoutMs: number): Promise<RawResponse | TransportFailure> => {
    const startedAt = performance.now();
    const result = await sendOnce(hop, totalTimeoutMs);
    settings.onExchange(logEntry(hop, result, { startedAt, redact: settings.redact }));
    return result;
  };

  return {
    async send(request) {
      const deadline = performance.now() + settings.timeoutMs;
      let hop: Hop = { request, url: request.url, headers: firstHeaders(request, options.userAgent ?? 'SMET/0.1') };
      for (let redirects = 0; ; redirects += 1) {
        const left = deadline - performance.now();
        if (left <= 0) return failure('timeout', 'TOTAL_TIMEOUT', request.method === 'GET');
        const result = await logged(hop, left);
        if (!result.ok) return result;
        const next = nextHop(hop, result);
        if (next === null) return { ok: true, response: toResponse(result) };
        if (redirects === MAX_REDIRECTS) return failure('unreachable', 'TOO_MANY_REDIRECTS', true);
        hop = next;
      }
    },
  };
}

function firstHeaders(request: HttpRequest, userAgent: string): Record<string, string> {
  const given = Object.entries(request.headers ?? {}).map(([name, value]) => [name.toLowerCase(), value] as const);
  return {
    accept: 'application/json',
    'user-agent': userAgent,
    ...(request.json !== undefined && { 'content-type': 'application/json' }),
    ...Object.fromEntries(given),
  };
}

/**
 * Where to go after a redirect, or null when the answer is final. A write is repeated only where the protocol says so
 * (307, 308) and only within its origin: its body is somebody's data. A read that changes origin goes there naked.
 */
function nextHop(hop: Hop, response: RawResponse): Hop | null {
  const location = response.headers.location;
  if (![301, 302, 303, 307, 308].includes(response.status) || location === undefined) return null;
  if (!URL.canParse(location, hop.url)) return null;
  const target = new URL(location, hop.url);
  const sameOrigin = target.origin === new URL(hop.url).origin;
  if (hop.request.method !== 'GET' && (!sameOrigin || response.status < 307)) return null;
  const headers = sameOrigin
    ? hop.headers
    : Object.fromEntries(Object.entries(hop.headers).filter(([name]) => HARMLESS_HEADERS.has(name)));
  return { request: hop.request, url: target.href, headers };
}

function toResponse(raw: RawResponse): HttpResponse {
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(raw.headers)) {
    if (value !== undefined) headers[name] = Array.isArray(value) ? value.join(', ') : value;
  }
  return { status: raw.status, headers, body: parseBody(raw.body), requestId: headers['x-request-id'] ?? null };
}

function parseBody(bytes: Buffer): ParsedBody {
  const text = bytes.toString('utf8').trim();
  if (text === '') return { kind: 'empty' };
  try {
    return { kind: 'json', value: JSON.parse(text) as unknown };
  } catch {
    return { kind: 'not-json' };
  }
}

function logEntry(
  hop: Hop,
  result: RawResponse | TransportFailure,
  context: { startedAt: number; redact: (url: string) => string },
): HttpLogEntry {
  const requestId = result.ok ? result.headers['x-request-id'] : undefined;
  return {
    method: hop.request.method,
    url: context.redact(hop.url),
    status: result.ok ? result.status : null,
    failure: result.ok ? null : result.kind,
    code: result.ok ? null : result.code,
    requestId: typeof requestId === 'string' ? requestId : null,
    durationMs: Math.round(performance.now() - context.startedAt),
  };
}
