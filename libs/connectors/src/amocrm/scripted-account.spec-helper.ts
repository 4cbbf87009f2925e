import type { HttpClient, HttpRequest, HttpResponse, HttpResult, RateLimiter } from '../http/index.js';
import { createAmocrmClient, type AmocrmClient } from './client.js';

export type Answer = HttpResult | ((request: HttpRequest) => HttpResult);

/** An account that answers from a script and remembers what it was asked; anything unscripted is a 204. */
export interface ScriptedAccount {
  readonly client: AmocrmClient;
  readonly requests: HttpRequest[];
  /** `GET /api/v4/leads?page=1` and the like, with the query decoded. */
  readonly asked: string[];
}

export const NO_CONTENT = response(204, undefined);

export function response(status: number, body: unknown, headers: HttpResponse['headers'] = {}): HttpResult {
  const parsed =
    body === undefined
      ? ({ kind: 'empty' } as const)
      : typeof body === 'string'
        ? ({ kind: 'not-json' } as const)
        : ({ kind: 'json', value: body } as const);
  return { ok: true, response: { status, headers, body: parsed, requestId: 'req-1' } };
}

export function page(collection: string, items: readonly unknown[], next = true): HttpResult {
  const links = next ? { self: { href: '' }, next: { href: 'https://elsewhere.test/steal' } } : { self: { href: '' } };
  return response(200, { _page: 1, _links: links, _embedded: { [collection]: items } });
}

export const noWaiting: RateLimiter = { acquire: () => Promise.resolve({ waitMs: 0 }) };

export function scriptedAccount(script: readonly Answer[] | Answer, limiter: RateLimiter = noWaiting): ScriptedAccount {
  const requests: HttpRequest[] = [];
  const asked: string[] = [];
  const queue = Array.isArray(script) ? [...(script as readonly Answer[])] : null;
  const http: HttpClient = {
    send(request) {
      requests.push(request);
      const url = new URL(request.url);
      asked.push(`${request.method} ${url.pathname}${decodeURIComponent(url.search)}`);
      const answer = queue === null ? (script as Answer) : (queue.shift() ?? NO_CONTENT);
      return Promise.resolve(typeof answer === 'function' ? answer(request) : answer);
    },
  };
  const client = createAmocrmClient({ baseUrl: 'https://demo.amocrm.ru', token: 'token-1', http, limiter });
  return { client, requests, asked };
}

export function leadRow(id: number, times: { created?: number; updated?: number } = {}, orderId?: string) {
  return {
    id,
    name: `Lead ${id}`,
    price: 1000,
    responsible_user_id: 7,
    status_id: 111,
    pipeline_id: 1,
    created_at: times.created ?? 1_700_000_000,
    updated_at: times.updated ?? times.created ?? 1_700_000_000,
    is_deleted: false,
    custom_fields_values:
      orderId === undefined ? null : [{ field_id: 5, field_code: 'SMET_ORDER_ID', values: [{ value: orderId }] }],
    _embedded: { tags: [], companies: [], contacts: [{ id: 30, is_main: true }] },
  };
}

interface ContactRow {
  readonly phones?: readonly string[];
  readonly emails?: readonly string[];
  readonly clientId?: string;
  readonly updated?: number;
  readonly name?: string;
}

export function contactRow(id: number, { phones = [], emails = [], clientId, updated, name }: ContactRow = {}) {
  const multitext = (fieldId: number, code: string, values: readonly string[]) =>
    values.length === 0
      ? []
      : [
          {
            field_id: fieldId,
            field_code: code,
            values: values.map((value) => ({ value, enum_id: 1, enum_code: 'MOB' })),
          },
        ];
  return {
    id,
    name: name ?? `Contact ${id}`,
    responsible_user_id: 7,
    created_at: 1_700_000_000,
    updated_at: updated ?? 1_700_000_000,
    is_deleted: false,
    custom_fields_values: [
      ...multitext(21, 'PHONE', phones),
      ...multitext(22, 'EMAIL', emails),
      ...(clientId === undefined
        ? []
        : [{ field_id: 23, field_code: 'SMET_CLIENT_ID', values: [{ value: clientId }] }]),
    ],
  };
}
