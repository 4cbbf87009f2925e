/** What the only way out takes and gives. No exception leaves it: a failure is a value. */

export type HttpMethod = 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';

export interface HttpRequest {
  readonly method: HttpMethod;
  /** Absolute http(s) address; checked by the guard before anything is sent. */
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as `application/json`; nothing is sent when undefined. */
  readonly json?: unknown;
}

export type ParsedBody =
  | { readonly kind: 'empty' }
  | { readonly kind: 'json'; readonly value: unknown }
  /** Gateways answer HTML, a wrong address anything at all: never worth an exception. */
  | { readonly kind: 'not-json' };

export interface HttpResponse {
  readonly status: number;
  /** Names in lower case; repeated headers are joined with a comma. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: ParsedBody;
  /** The other side's `X-Request-Id`, which its support asks for. */
  readonly requestId: string | null;
}

export type TransportFailureKind = 'unreachable' | 'timeout' | 'too-large' | 'blocked-address' | 'tls' | 'dns';

export interface TransportFailure {
  readonly ok: false;
  readonly kind: TransportFailureKind;
  /** A system or own code such as `ECONNREFUSED` or `PRIVATE_ADDRESS`, for logs and conditions; never a sentence. */
  readonly code: string;
  /** False when a write left this machine and no whole answer came back: it may have been processed. */
  readonly outcomeKnown: boolean;
}

export type HttpResult = { readonly ok: true; readonly response: HttpResponse } | TransportFailure;

/** One line of a log about one exchange, already redacted: no headers, no bodies that were sent. */
export interface HttpLogEntry {
  readonly method: HttpMethod;
  readonly url: string;
  readonly status: number | null;
  readonly failure: TransportFailureKind | null;
  readonly code: string | null;
  readonly requestId: string | null;
  readonly durationMs: number;
}

export interface HttpClient {
  /** Sends one request. Whatever happens outside is a value; only a body that is not JSON at all (our bug) throws. */
  send(request: HttpRequest): Promise<HttpResult>;
}
