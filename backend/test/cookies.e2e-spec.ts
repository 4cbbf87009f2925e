import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { HttpClient, startApi, TEST_ORIGIN, TEST_PASSWORD, type ProblemBody, type TestApi } from './support/index.js';

const OURS = { origin: TEST_ORIGIN, 'x-smet-request': '1' };

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api?.close());

async function signIn(headers: Record<string, string> = OURS) {
  const user = await api.createUser('manager');
  const credentials = { email: user.email, password: TEST_PASSWORD };
  return api.anonymous.post<ProblemBody & { user: { id: string } }>('/api/v1/auth/sign-in', credentials, headers);
}

/** `name=value` pairs as a browser would send them back. */
const cookieHeader = (headers: Headers) =>
  headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');

async function browser(): Promise<HttpClient> {
  const { headers } = await signIn();
  return new HttpClient(api.url, { cookie: cookieHeader(headers) });
}

describe('cookies of a browser', () => {
  it('are set so that no script, no other site and no plain connection gets them', async () => {
    const answer = await signIn();
    expect(answer.status).toBe(200);
    expect(answer.body.user).toMatchObject({ role: 'manager', colorScheme: null });
    expect(JSON.stringify(answer.body)).not.toContain('eyJ');
    const cookies = answer.headers.getSetCookie();
    expect(cookies.map((cookie) => cookie.split('=')[0])).toEqual(['__Host-smet_access', '__Host-smet_refresh']);
    for (const cookie of cookies) {
      for (const flag of ['HttpOnly', 'Secure', 'SameSite=Lax', 'Path=/']) expect(cookie).toContain(flag);
      expect(cookie).not.toContain('Domain');
    }
  });

  it('are enough to read', async () => {
    expect((await (await browser()).get('/api/v1/auth/me')).status).toBe(200);
  });

  it.each([
    ['nothing', {}],
    ['no header', { origin: TEST_ORIGIN }],
    ['no origin', { 'x-smet-request': '1' }],
    ['another origin', { ...OURS, origin: 'http://localhost:3000.evil.test' }],
    ['an opaque origin', { ...OURS, origin: 'null' }],
  ])('do not let a page write with %s', async (_, headers) => {
    const client = await browser();
    const writes = [
      client.patch<ProblemBody>('/api/v1/auth/me', { colorScheme: 'dark' }, headers),
      client.post<ProblemBody>('/api/v1/auth/refresh', {}, headers),
      client.post<ProblemBody>('/api/v1/auth/sign-out', {}, headers),
      signIn(headers),
    ];
    for (const { status, body } of await Promise.all(writes)) {
      expect([status, body.code]).toEqual([403, 'ACCESS.FOREIGN_ORIGIN']);
    }
  });

  it('let our own pages write', async () => {
    const client = await browser();
    const answer = await client.patch<{ colorScheme: string }>('/api/v1/auth/me', { colorScheme: 'dark' }, OURS);
    expect([answer.status, answer.body.colorScheme]).toEqual([200, 'dark']);
    expect((await client.get<{ colorScheme: string }>('/api/v1/auth/me')).body.colorScheme).toBe('dark');
  });

  it('are renewed by a refresh and cleared by signing out', async () => {
    const client = await browser();
    const refreshed = await client.post('/api/v1/auth/refresh', {}, OURS);
    expect([refreshed.status, refreshed.body]).toEqual([200, { expiresIn: 300, tokenType: 'Cookie' }]);
    const renewed = new HttpClient(api.url, { cookie: cookieHeader(refreshed.headers) });
    expect((await renewed.get('/api/v1/auth/me')).status).toBe(200);
    const out = await renewed.post('/api/v1/auth/sign-out', {}, OURS);
    expect(out.status).toBe(204);
    expect(out.headers.getSetCookie().every((cookie) => cookie.includes('Expires=Thu, 01 Jan 1970'))).toBe(true);
    expect((await renewed.get<ProblemBody>('/api/v1/auth/me')).body.code).toBe('AUTH.SESSION_ENDED');
  });
});

describe('on plain http outside of the loopback', () => {
  it('drop the prefix and Secure, which browsers would refuse there', async () => {
    const plain = await startApi({ env: { PUBLIC_URL: 'http://192.168.1.7:3000' } });
    try {
      const { email } = await plain.user('manager');
      const headers = { origin: 'http://192.168.1.7:3000', 'x-smet-request': '1' };
      const answer = await plain.anonymous.post('/api/v1/auth/sign-in', { email, password: TEST_PASSWORD }, headers);
      const cookies = answer.headers.getSetCookie();
      expect(cookies.map((cookie) => cookie.split('=')[0])).toEqual(['smet_access', 'smet_refresh']);
      expect(cookies.join()).not.toContain('Secure');
    } finally {
      await plain.close();
    }
  });
});

describe('guessing passwords', () => {
  it('is slowed down per account and address', async () => {
    const limited = await startApi({ env: { SMET_SIGN_IN_PER_MINUTE: '3' } });
    try {
      const attempt = (email: string) =>
        limited.anonymous.post<ProblemBody>('/api/v1/auth/tokens', { email, password: 'guess' });
      for (const _ of [1, 2, 3]) expect((await attempt('a@test.invalid')).status).toBe(401);
      const refused = await attempt('A@test.invalid');
      expect([refused.status, refused.body.code]).toEqual([429, 'REQUEST.TOO_MANY']);
      expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
      expect((await attempt('b@test.invalid')).status).toBe(401);
    } finally {
      await limited.close();
    }
  });

  it.each<[string, Record<string, string>, (turn: number) => [email: string, address: string]]>([
    ['from one address', { SMET_SIGN_IN_PER_ADDRESS: '6' }, (turn) => [`p${turn}@test.invalid`, '192.0.2.7']],
    ['on one e-mail', { SMET_SIGN_IN_PER_EMAIL: '6' }, (turn) => ['Wanted@test.invalid', `192.0.2.${turn}`]],
  ])('is slowed down %s, by all processes together', async (_, env, who) => {
    const first = await startApi({ env });
    const second = await startApi({ env, db: first.db });
    try {
      const attempt = (turn: number) => {
        const [email, address] = who(turn);
        const { anonymous } = turn % 2 === 0 ? first : second;
        const body = { email, password: 'guess' };
        return anonymous.post<ProblemBody>('/api/v1/auth/tokens', body, { 'x-forwarded-for': address });
      };
      for (const turn of [1, 2, 3, 4, 5, 6]) expect((await attempt(turn)).status).toBe(401);
      for (const turn of [7, 8]) {
        const refused = await attempt(turn);
        expect([refused.status, refused.body.code]).toEqual([429, 'REQUEST.TOO_MANY']);
        expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
      }
      await first.db.owner.query(`update rate_limit_counters set resets_at = now()`);
      expect((await attempt(9)).status).toBe(401);
    } finally {
      await second.close();
      await first.close();
    }
  });
});
