import type { AmocrmSandbox, AmocrmSandboxOptions } from '../src/amocrm/index.js';
import { startAmocrmSandbox } from '../src/amocrm/index.js';

/** Any JSON, read freely: the tests compare it, nothing else. */
export type Json = { readonly [key: string]: Json } & readonly Json[];

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** Parsed when the answer is JSON of any kind. */
  readonly json: Json;
}

/** A bare client over real HTTP that knows nothing of the stand-in's code. */
export class Api {
  constructor(
    readonly url: string,
    private readonly token: string,
  ) {}

  get(path: string): Promise<Answer> {
    return this.send('GET', path);
  }

  post(path: string, body: unknown): Promise<Answer> {
    return this.send('POST', path, JSON.stringify(body));
  }

  patch(path: string, body: unknown): Promise<Answer> {
    return this.send('PATCH', path, JSON.stringify(body));
  }

  form(path: string, fields: Record<string, string>, headers: Record<string, string> = {}): Promise<Answer> {
    return this.exchange(path, { method: 'POST', body: new URLSearchParams(fields), headers, redirect: 'manual' });
  }

  async send(method: string, path: string, body?: string): Promise<Answer> {
    const headers = { Authorization: `Bearer ${this.token}`, 'Content-Type': 'application/json' };
    return this.exchange(path, { method, headers, ...(body !== undefined && { body }) });
  }

  /** Creates one row and returns its id. */
  async create(entity: 'leads' | 'contacts', item: Record<string, unknown>): Promise<number> {
    const answer = await this.post(`/api/v4/${entity}`, [item]);
    if (answer.status !== 200) throw new Error(`${answer.status} ${answer.text}`);
    return Number(answer.json['_embedded']?.[entity]?.[0]?.['id']);
  }

  private async exchange(path: string, init: RequestInit): Promise<Answer> {
    const response = await fetch(this.url + path, init);
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json') === true;
    return {
      status: response.status,
      headers: response.headers,
      text,
      json: (isJson ? JSON.parse(text) : null) as Json,
    };
  }
}

/** A stand-in on a free port without a limiter, unless the test asks for one. */
export async function startTest(
  options: Partial<AmocrmSandboxOptions> = {},
): Promise<{ sandbox: AmocrmSandbox; api: Api }> {
  const sandbox = await startAmocrmSandbox({ port: 0, requestsPerSecond: 0, ...options });
  return { sandbox, api: new Api(sandbox.url, sandbox.token) };
}

/** `validation-errors` as `code path` lines, in order. */
export function problemsOf(answer: Answer): string[] {
  const rows = (answer.json?.['validation-errors'] ?? []) as unknown as {
    request_id: string;
    errors: { code: string; path: string }[];
  }[];
  return rows.flatMap((row) => row.errors.map((error) => `${row.request_id}: ${error.code} ${error.path}`));
}
