export interface Answer<T> {
  readonly status: number;
  readonly headers: Headers;
  readonly body: T;
}

export interface ProblemBody {
  readonly status: number;
  readonly code: string;
  readonly requestId: string;
  readonly invalidParams?: { path: string; code: string; params?: Record<string, unknown> }[];
  readonly current?: unknown;
}

type Fields = Readonly<Record<string, string>>;

/** Speaks JSON over real HTTP with fixed headers; never throws on a status. */
export class HttpClient {
  constructor(
    private readonly url: string,
    private readonly headers: Fields = {},
  ) {}

  /** `path` from the host's root: `/api/v1/orders`. */
  async request<T = unknown>(method: string, path: string, body?: unknown, headers: Fields = {}): Promise<Answer<T>> {
    const json: Record<string, string> = body === undefined ? {} : { 'content-type': 'application/json' };
    const content = body === undefined || typeof body === 'string' ? body : JSON.stringify(body);
    const response = await fetch(this.url + path, {
      method,
      headers: { ...json, ...this.headers, ...headers },
      body: content ?? null,
    });
    const text = await response.text();
    const parsed: unknown = text === '' ? null : JSON.parse(text);
    return { status: response.status, headers: response.headers, body: parsed as T };
  }

  get<T = unknown>(path: string, headers?: Fields) {
    return this.request<T>('GET', path, undefined, headers);
  }

  post<T = unknown>(path: string, body: unknown = {}, headers?: Fields) {
    return this.request<T>('POST', path, body, headers);
  }

  put<T = unknown>(path: string, body: unknown, headers?: Fields) {
    return this.request<T>('PUT', path, body, headers);
  }

  patch<T = unknown>(path: string, body: unknown, headers?: Fields) {
    return this.request<T>('PATCH', path, body, headers);
  }
}
