import {
  outcomeOfTransport,
  ok,
  type HttpClient,
  type HttpMethod,
  type HttpRequest,
  type HttpResponse,
  type Outcome,
  type RateLimiter,
} from '../http/index.js';
import { type Decoder, ShapeError } from './decode.js';
import { classifyResponse, unreadable, type CallContext } from './errors.js';
import { SHORT_WAIT_MS } from './limits.js';

export interface AmocrmClientOptions {
  /** `https://demo.amocrm.ru`: the account's own host, see `accountBaseUrl`. */
  readonly baseUrl: string;
  /** A long-lived token or an access token; goes out as a bearer and nowhere else. */
  readonly token: string;
  readonly http: HttpClient;
  readonly limiter: RateLimiter;
  /** What the limiter counts by; the account, because the limit is the account's. Default: the base URL. */
  readonly limiterKey?: string;
}

export type Query = Readonly<Record<string, string | number>>;

interface Call {
  readonly method: HttpMethod;
  /** Below the base URL, e.g. `/api/v4/leads/10`; built from constants and integers only. */
  readonly path: string;
  readonly query?: Query;
  readonly json?: unknown;
  /** The path names one thing: 404 then means it is gone. */
  readonly oneThing?: boolean;
}

/** The account one speaks to; the functions of this folder take it first. */
export interface AmocrmClient {
  readonly baseUrl: string;
  /** Sends one call within the rate and decodes its answer; `null` where there is no content (204). Never throws. */
  call<T>(call: Call, decode: Decoder<T>): Promise<Outcome<T | null>>;
}

/** What may stand in a header: a token with anything else in it was pasted wrongly. */
const TOKEN_TEXT = /^[\x21-\x7e]+$/;

export function createAmocrmClient(options: AmocrmClientOptions): AmocrmClient {
  const key = options.limiterKey ?? options.baseUrl;
  return {
    baseUrl: options.baseUrl,
    async call(call, decode) {
      if (!TOKEN_TEXT.test(options.token)) return { kind: 'reauthorize', code: 'TOKEN_MALFORMED' };
      const { waitMs } = await options.limiter.acquire(key);
      if (waitMs > SHORT_WAIT_MS) {
        return { kind: 'retry', afterMs: waitMs, code: 'WAITING_FOR_SLOT', outcomeKnown: true };
      }
      if (waitMs > 0) await slot(waitMs);
      const result = await options.http.send(toRequest(options, call));
      if (!result.ok) return outcomeOfTransport(result);
      const context: CallContext = {
        effect: call.method === 'GET' ? 'read' : 'write',
        addressesOneThing: call.oneThing === true,
      };
      return classifyResponse(result.response, context) ?? read(result.response, context, decode);
    },
  };
}

/**
 * `demo.amocrm.ru`, `https://demo.amocrm.ru/leads/list/` → `https://demo.amocrm.ru`; null when there is no host in it.
 * What a person pastes from the address bar is enough; whether the host is acceptable is the guard's to say.
 */
export function accountBaseUrl(text: string): string | null {
  const trimmed = text.trim();
  const address = /^[a-z][a-z0-9+.-]*:\/\//i.test(trimmed) ? trimmed : `https://${trimmed}`;
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  return (url.protocol === 'https:' || url.protocol === 'http:') && url.username === '' ? url.origin : null;
}

function toRequest(options: AmocrmClientOptions, call: Call): HttpRequest {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(call.query ?? {})) query.set(name, String(value));
  return {
    method: call.method,
    url: `${options.baseUrl}${call.path}${query.size > 0 ? `?${query.toString()}` : ''}`,
    headers: { authorization: `Bearer ${options.token}` },
    ...(call.json !== undefined && { json: call.json }),
  };
}

function read<T>(response: HttpResponse, context: CallContext, decode: Decoder<T>): Outcome<T | null> {
  if (response.body.kind !== 'json') return ok(null);
  try {
    return ok(decode(response.body.value));
  } catch (error) {
    if (!(error instanceof ShapeError)) throw error;
    return unreadable(response, context, 'RESPONSE_UNEXPECTED');
  }
}

function slot(waitMs: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, waitMs);
  });
}
