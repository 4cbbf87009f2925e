import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startApi, type ProblemBody, type TestApi } from './support/index.js';

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api?.close());

describe('every answer', () => {
  it.each(['/api/health/live', '/api/v1/auth/me', '/api/v1/nothing-here'])(
    'of %s says what browsers may not do',
    async (path) => {
      const { headers } = await api.anonymous.get(path);
      expect(headers.get('content-security-policy')).toMatch(/default-src 'self';.*script-src 'self';/);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('strict-transport-security')).toMatch(/^max-age=\d{8}/);
      expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
    },
  );
});

describe('refusals', () => {
  it('are problem documents with the request id of the answer', async () => {
    const { status, headers, body } = await api.anonymous.get<ProblemBody>('/api/v1/nothing-here');
    expect(headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
    expect(body).toEqual({
      type: 'about:blank',
      title: 'Not found',
      status: 404,
      code: 'REQUEST.NO_SUCH_ROUTE',
      requestId: headers.get('x-request-id'),
    });
    expect(status).toBe(404);
  });

  it('keep a sane request id of the caller and replace a strange one', async () => {
    const kept = await api.anonymous.get('/api/health/live', { 'x-request-id': 'proxy-12345678' });
    expect(kept.headers.get('x-request-id')).toBe('proxy-12345678');
    const replaced = await api.anonymous.get('/api/health/live', { 'x-request-id': 'a b <script>' });
    expect(replaced.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('name unknown, missing and wrong fields', async () => {
    const body = { email: 'no e-mail', extra: 1, password: 'x'.repeat(201) };
    const answer = await api.anonymous.post<ProblemBody>('/api/v1/auth/tokens', body);
    expect([answer.status, answer.body.code]).toEqual([422, 'REQUEST.INVALID']);
    const named = answer.body.invalidParams?.map(({ path, code, params }) => [path, code, params]);
    expect(named).toContainEqual(['extra', 'UNKNOWN_FIELD', {}]);
    expect(named).toContainEqual(['email', 'IS_EMAIL', {}]);
    expect(named).toContainEqual(['password', 'MAX_LENGTH', { max: 200 }]);
    const empty = await api.anonymous.post<ProblemBody>('/api/v1/auth/tokens', {});
    expect(empty.body.invalidParams?.map(({ path }) => path)).toEqual(expect.arrayContaining(['email', 'password']));
  });

  it('name unknown fields of a query and a page that is too long', async () => {
    const client = await api.as('manager');
    const answer = await client.get<ProblemBody>('/api/v1/users?limit=501&role=king&other=1');
    expect(answer.status).toBe(422);
    expect(answer.body.invalidParams?.map(({ path, code }) => `${path} ${code}`).sort()).toEqual([
      'limit MAX',
      'other UNKNOWN_FIELD',
      'role IS_IN',
    ]);
  });

  it('of a body that is no JSON is 400, of one over a megabyte 413, of another kind 415', async () => {
    const send = (body: string, type = 'application/json') =>
      api.anonymous.request<ProblemBody>('POST', '/api/v1/auth/tokens', body, { 'content-type': type });
    const malformed = await send('{"email":');
    expect([malformed.status, malformed.body.code]).toEqual([400, 'REQUEST.MALFORMED']);
    const large = await send(JSON.stringify({ email: 'x'.repeat(1024 * 1024) }));
    expect([large.status, large.body.code]).toEqual([413, 'REQUEST.TOO_LARGE']);
    const other = await send('<email/>', 'application/xml');
    expect([other.status, other.body.code]).toEqual([415, 'REQUEST.MEDIA_TYPE']);
  });

  it('do not let a body reach into prototypes', async () => {
    const answer = await api.anonymous.request<ProblemBody>(
      'POST',
      '/api/v1/auth/tokens',
      '{"__proto__":{"email":"a@b.test"},"password":"x"}',
      { 'content-type': 'application/json' },
    );
    expect(answer.status).toBe(400);
  });

  it('of a malformed cursor is 422', async () => {
    const client = await api.as('manager');
    const nul = JSON.stringify(['name', 'a\0b', (await api.user('manager')).id]);
    const forged = ['["other","a","b"]', nul].map((text) => Buffer.from(text).toString('base64url'));
    for (const cursor of ['%7B%7D', 'bm8', ...forged]) {
      const answer = await client.get<ProblemBody>(`/api/v1/users?cursor=${cursor}`);
      expect(answer.status).toBe(422);
      expect(answer.body.invalidParams).toEqual([expect.objectContaining({ path: 'cursor', code: 'CURSOR_INVALID' })]);
    }
  });
});

describe('people', () => {
  it('are listed by name in pages, each once, only of the own organization', async () => {
    const own = await startApi({ db: api.db });
    try {
      const client = await own.as('manager');
      const made = await Promise.all(Array.from({ length: 6 }, () => own.createUser('measurer')));
      const seen: string[] = [];
      let cursor: string | null = '';
      do {
        const after: string = cursor ? `&cursor=${encodeURIComponent(cursor)}` : '';
        const page = await client.get<{ items: { id: string; name: string }[]; nextCursor: string | null }>(
          `/api/v1/users?role=measurer&limit=4${after}`,
        );
        expect(page.status).toBe(200);
        seen.push(...page.body.items.map(({ id }) => id));
        cursor = page.body.nextCursor;
      } while (cursor);
      expect(seen.toSorted()).toEqual(made.map(({ id }) => id).toSorted());
    } finally {
      await own.close();
    }
  });

  it('are not shown to those who need not know', async () => {
    expect((await (await api.as('measurer')).get('/api/v1/users')).status).toBe(403);
  });
});

describe('health', () => {
  it('is ready with the schema this code needs, and not without', async () => {
    const fresh = await startApi();
    try {
      expect((await fresh.anonymous.get('/api/health/live')).body).toEqual({ status: 'ok' });
      await fresh.db.owner.query('alter table orders rename column comment to remark');
      const behind = await fresh.anonymous.get<ProblemBody>('/api/health/ready');
      expect([behind.status, behind.body.code]).toEqual([503, 'HEALTH.MIGRATIONS_PENDING']);
      await fresh.db.owner.query('alter table orders rename column remark to comment');
      expect((await fresh.anonymous.get('/api/health/ready')).status).toBe(200);
    } finally {
      await fresh.close();
    }
  });
});
