import createClient from 'openapi-fetch';
import type { Client } from 'openapi-fetch';
import type { paths } from './schema.js';

export type ApiClient = Client<paths>;

export interface ApiClientOptions {
  /** Origin of the API without a path; an empty string means the page's own origin. */
  readonly baseUrl: string;
  readonly headers?: Record<string, string>;
  /** Replaces the global fetch, for timeouts and for tests. */
  readonly fetch?: (request: Request) => Promise<Response>;
}

/**
 * Makes a typed client of API v1. Calls answer `{ data, error, response }` and throw only when no answer came at all
 * (network failure, timeout); an answer of 4xx or 5xx is `error`, a problem document of RFC 9457.
 */
export function createApiClient(options: ApiClientOptions): ApiClient {
  return createClient<paths>({
    baseUrl: options.baseUrl,
    ...(options.headers && { headers: options.headers }),
    ...(options.fetch && { fetch: options.fetch }),
  });
}
