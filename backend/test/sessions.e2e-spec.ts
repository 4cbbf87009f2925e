import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  HttpClient,
  ShiftedClock,
  startApi,
  TEST_PASSWORD,
  until,
  type ProblemBody,
  type TestApi,
} from './support/index.js';

interface Tokens {
  accessToken: string;
  refreshToken: string;
  expiresIn: number;
}

const clock = new ShiftedClock();
let api: TestApi;
beforeAll(async () => {
  api = await startApi({ clock });
});
afterAll(() => api?.close());

async function freshTokens(): Promise<Tokens & { userId: string }> {
  const user = await api.createUser('manager');
  const { body } = await api.anonymous.post<Tokens>('/api/v1/auth/tokens', {
    email: user.email,
    password: TEST_PASSWORD,
  });
  return { ...body, userId: user.id };
}

const refresh = (refreshToken: string) =>
  api.anonymous.post<Tokens & ProblemBody>('/api/v1/auth/refresh', { refreshToken });
const me = (accessToken: string) =>
  new HttpClient(api.url, { authorization: `Bearer ${accessToken}` }).get<ProblemBody>('/api/v1/auth/me');
const sessionOf = (accessToken: string) =>
  (JSON.parse(Buffer.from(accessToken.split('.')[1] ?? '', 'base64url').toString()) as { sid: string }).sid;

async function waitingForLocks(): Promise<number> {
  await api.db.owner.query('select pg_stat_clear_snapshot()'); // inside of a transaction the view stands still
  const { rowCount } = await api.db.owner.query(
    `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
  );
  return rowCount ?? 0;
}

describe('signing in', () => {
  it('tells who is signed in and what they may do', async () => {
    const client = await api.as('manager');
    const answer = await client.get<{ email: string; role: string; permissions: string[] }>('/api/v1/auth/me');
    expect(answer.status).toBe(200);
    expect(answer.body.email).toBe((await api.user('manager')).email);
    expect(answer.body.role).toBe('manager');
    expect(answer.body.permissions).toContain('estimate:discount');
    expect(answer.body.permissions).not.toContain('cost:read');
  });

  it('accepts the e-mail in any case', async () => {
    const { email } = await api.user('manager');
    const credentials = { email: ` ${email.toUpperCase()}`, password: TEST_PASSWORD };
    expect((await api.anonymous.post('/api/v1/auth/tokens', credentials)).status).toBe(200);
  });

  it('answers an unknown person and a wrong password alike', async () => {
    const { email } = await api.user('manager');
    const attempts = [
      { email, password: 'wrong' },
      { email: 'nobody@test.invalid', password: TEST_PASSWORD },
    ];
    for (const attempt of attempts) {
      const { status, body } = await api.anonymous.post<ProblemBody>('/api/v1/auth/tokens', attempt);
      expect([status, body.code]).toEqual([401, 'AUTH.WRONG_CREDENTIALS']);
    }
  });

  it('lets nobody in whose access was blocked', async () => {
    const user = await api.createUser('manager');
    await api.db.owner.query('update users set blocked_at = now() where id = $1', [user.id]);
    const credentials = { email: user.email, password: TEST_PASSWORD };
    const { status, body } = await api.anonymous.post<ProblemBody>('/api/v1/auth/tokens', credentials);
    expect([status, body.code]).toEqual([401, 'AUTH.BLOCKED']);
  });
});

describe('refreshing', () => {
  it('gives twenty racing requests one pair', async () => {
    const first = await freshTokens();
    const sessionId = sessionOf(first.accessToken);
    // Held back until several stand before the same row, so that they really race.
    await api.db.owner.query('begin');
    await api.db.owner.query('select 1 from refresh_tokens where session_id = $1 for update', [sessionId]);
    const racing = Promise.all(Array.from({ length: 20 }, () => refresh(first.refreshToken)));
    await until(async () => (await waitingForLocks()) >= 5, 'requests that wait for the row');
    await api.db.owner.query('commit');
    const answers = await racing;
    expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(200));
    const pairs = new Set(answers.map(({ body }) => `${body.accessToken} ${body.refreshToken}`));
    expect(pairs.size).toBe(1);
    const { rows } = await api.db.owner.query('select 1 from refresh_tokens where session_id = $1', [sessionId]);
    expect(rows).toHaveLength(2);
    expect((await me(answers[0]?.body.accessToken ?? '')).status).toBe(200);
  });

  it('repeats the pair within the grace time, also after it was used', async () => {
    const first = await freshTokens();
    const second = await refresh(first.refreshToken);
    const third = await refresh(second.body.refreshToken);
    expect(third.body.refreshToken).not.toBe(second.body.refreshToken);
    clock.advance(5_000);
    expect((await refresh(first.refreshToken)).body).toEqual(second.body);
  });

  it('ends the session when a token is used again later', async () => {
    const first = await freshTokens();
    const second = await refresh(first.refreshToken);
    clock.advance(21_000);
    const late = await refresh(first.refreshToken);
    expect([late.status, late.body.code]).toEqual([401, 'AUTH.REFRESH_REUSED']);
    expect((await refresh(second.body.refreshToken)).body.code).toBe('AUTH.SESSION_ENDED');
    expect((await me(second.body.accessToken)).body.code).toBe('AUTH.SESSION_ENDED');
    const { rows } = await api.db.owner.query<{ action: string }>('select action from audit_log where entity_id = $1', [
      sessionOf(first.accessToken),
    ]);
    expect(rows.map(({ action }) => action)).toContain('session.revoked_after_token_reuse');
  });

  it('refuses a token nobody was given', async () => {
    const { status, body } = await refresh('x'.repeat(43));
    expect([status, body.code]).toEqual([401, 'AUTH.REFRESH_UNKNOWN']);
  });

  it('stores no token', async () => {
    const first = await freshTokens();
    const second = await refresh(first.refreshToken);
    const { rows } = await api.db.owner.query<{ row: string }>(
      `select refresh_tokens::text as row from refresh_tokens union all select sessions::text from sessions`,
    );
    const stored = rows.map(({ row }) => row).join('\n');
    for (const token of [first.refreshToken, second.body.refreshToken]) {
      expect(stored).not.toContain(token);
      expect(stored).not.toContain(Buffer.from(token).toString('hex'));
    }
  });
});

describe('access', () => {
  it('refuses a token that was changed, signed by another key or not at all', async () => {
    const { accessToken } = await freshTokens();
    expect((await me(accessToken)).status).toBe(200); // what was verified once is remembered: only the very same token
    const [header = '', payload = '', signature = ''] = accessToken.split('.');
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as Record<string, unknown>;
    const altered = Buffer.from(JSON.stringify({ ...claims, sub: (await api.user('owner')).id })).toString('base64url');
    const foreign = createHmac('sha256', 'another key').update(`${header}.${payload}`).digest('base64url');
    const unsigned = Buffer.from(JSON.stringify({ alg: 'none', typ: 'JWT' })).toString('base64url');
    const forged = [`${header}.${altered}.${signature}`, `${header}.${payload}.${foreign}`, `${unsigned}.${payload}.`];
    for (const token of forged) {
      const { status, body } = await me(token);
      expect([status, body.code]).toEqual([401, 'AUTH.TOKEN_INVALID']);
    }
  });

  it('puts a blocked person out within seconds', async () => {
    const { accessToken, refreshToken, userId } = await freshTokens();
    expect((await me(accessToken)).status).toBe(200);
    await api.db.owner.query('update users set blocked_at = now() where id = $1', [userId]);
    clock.advance(5_001);
    expect((await me(accessToken)).body.code).toBe('AUTH.SESSION_ENDED');
    expect((await refresh(refreshToken)).body.code).toBe('AUTH.SESSION_ENDED');
  });

  it('follows a change of role within seconds', async () => {
    const { accessToken, userId } = await freshTokens();
    const client = new HttpClient(api.url, { authorization: `Bearer ${accessToken}` });
    expect((await client.get('/api/v1/users')).status).toBe(200);
    await api.db.owner.query(`update memberships set role = 'workshop' where user_id = $1`, [userId]);
    clock.advance(5_001);
    expect((await client.get('/api/v1/users')).status).toBe(403);
  });

  it('ends at once with signing out, also while no notices come from the database', async () => {
    const { accessToken, refreshToken } = await freshTokens();
    expect((await me(accessToken)).status).toBe(200);
    await api.db.owner.query(
      `select pg_terminate_backend(pid, 5000) from pg_stat_activity
        where datname = current_database() and application_name = 'smet-live'`,
    );
    expect((await api.anonymous.post('/api/v1/auth/sign-out', { refreshToken })).status).toBe(204);
    expect((await me(accessToken)).body.code).toBe('AUTH.SESSION_ENDED');
    expect((await refresh(refreshToken)).body.code).toBe('AUTH.SESSION_ENDED');
  });
});
