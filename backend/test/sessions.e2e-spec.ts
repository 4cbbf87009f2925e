import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startApi, TEST_PASSWORD, type ProblemBody, type TestApi } from './support/index.js';

interface Tokens {
  accessToken: string;
  refreshToken: string;
  expiresIn: number;
}

let api: TestApi;
beforeAll(async () => {
  api = await startApi({ env: { SMET_REFRESH_GRACE_MS: '700', SMET_SESSION_CACHE_MS: '100' } });
});
afterAll(() => api?.close());

describe('me', () => {
  it('tells who is signed in and what they may do', async () => {
    const client = await api.as('manager');
    const answer = await client.get<{ email: string; role: string; permissions: string[] }>('/api/v1/auth/me');
    expect(answer.status).toBe(200);
    expect(answer.body.email).toBe((await api.user('manager')).email);
    expect(answer.body.role).toBe('manager');
    expect(answer.body.permissions).toContain('estimate:discount');
    expect(answer.body.permissions).not.toContain('cost:read');
  });
});
