import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startApi, startWorker, TEST_ORIGIN, TEST_PASSWORD, until, type TestApi } from './support/index.js';
import { Jobs } from '../src/platform/jobs/index.js';
import { JobHandlers } from '../src/platform/jobs/index.js';
import { Transactions } from '../src/platform/database/index.js';

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api?.close());

describe('the logs', () => {
  it('have one line per request, with the route and not the address', async () => {
    const client = await api.as('manager');
    await client.get('/api/v1/clients/lookup?phone=%2B79990001122', { 'x-request-id': 'trace-me-please' });
    await api.anonymous.get('/api/v1/people/ivan@example.test');
    const lines = api.logs.lines().filter(({ msg }) => msg === 'request');
    const lookup = lines.filter(({ requestId }) => requestId === 'trace-me-please');
    expect(lookup).toHaveLength(1);
    expect(lookup[0]).toMatchObject({
      method: 'GET',
      route: '/api/v1/clients/lookup',
      userId: (await api.user('manager')).id,
      organizationId: api.organization.id,
    });
    expect(api.logs.text()).not.toMatch(/79990001122|ivan@example/);
  });

  it('never hold what lets a person in, on good days and bad', async () => {
    const user = await api.createUser('manager');
    const credentials = { email: user.email, password: TEST_PASSWORD };
    const headers = { origin: TEST_ORIGIN, 'x-smet-request': '1' };
    const { headers: answered } = await api.anonymous.post('/api/v1/auth/sign-in', credentials, headers);
    const cookie = answered
      .getSetCookie()
      .map((part) => part.split(';')[0])
      .join('; ');
    const tokens = [...cookie.matchAll(/=([^;]+)/g)].map(([, token]) => token ?? '');
    await api.anonymous.get('/api/v1/auth/me', { cookie });
    await api.anonymous.post('/api/v1/auth/refresh', { refreshToken: tokens[1] });
    await api.anonymous.post('/api/v1/auth/tokens', { ...credentials, unexpected: TEST_PASSWORD });
    // An unexpected failure, with everything still in the request and in the statement's parameters.
    await api.db.owner.query('alter table sessions rename to sessions_gone');
    const broken = await api.anonymous.post('/api/v1/auth/tokens', credentials);
    await api.db.owner.query('alter table sessions_gone rename to sessions');
    expect(broken.status).toBe(500);
    expect(JSON.stringify(broken.body)).not.toMatch(/sessions|relation/);
    const text = api.logs.text();
    expect(text).toContain('sessions');
    for (const secret of [...tokens, TEST_PASSWORD, user.email, 'correct horse']) expect(text).not.toContain(secret);
    expect(tokens).toHaveLength(2);
  });

  it('of the worker are as clean when a job fails with a secret in its message', async () => {
    const actor = await api.actor('manager');
    const worker = await startWorker(api.db, {
      beforeStart: (app) =>
        app.get(JobHandlers).register('leaky', () => {
          throw new Error('401 for Authorization: Bearer abc.def-ghi, phone +79990001122, token=s3cr3t-value');
        }),
    });
    await api.app.get(Transactions).run(actor, (tx) => api.app.get(Jobs).enqueue(tx, 'leaky', {}));
    await until(() => worker.logs.text().includes('leaky'), 'a line about the job');
    await until(() => worker.logs.lines().some(({ level }) => level === 50), 'an error line');
    await worker.close();
    expect(worker.logs.text()).not.toMatch(/abc\.def-ghi|79990001122|s3cr3t-value/);
  });
});
