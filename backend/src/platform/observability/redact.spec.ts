import { describe, expect, it } from '@jest/globals';
import { redact } from './index.js';

const text = (value: unknown) => JSON.stringify(redact(value));

describe('what is logged', () => {
  it('hides values under secret and personal names at any depth', () => {
    const logged = text({
      headers: { Authorization: 'abc', Cookie: 'a=b', 'x-api-key': 'k' },
      body: [{ password: 'p', refreshToken: 'r', clientSecret: 's', email: 'e', phones: ['1'], note: 'kept' }],
    });
    expect(logged).toContain('kept');
    expect(logged.match(/\[redacted\]/g)).toHaveLength(8);
  });

  it.each([
    ['Authorization: Bearer abc.def-ghi', 'abc'],
    ['token eyJhbGciOi.eyJzdWIiOi.c2lnbmF0dXJl ended', 'eyJ'],
    ['connect postgres://smet:hunter2@db/smet failed', 'hunter2'],
    ['GET /oauth?client_secret=hunter2&x=1', 'hunter2'],
    ['{"access_token":"hunter2"}', 'hunter2'],
    ['no user ivan.petrov+1@mail.example.ru', 'petrov'],
    ['call +79990001122 failed', '9990001122'],
  ])('cleans free text: %s', (message, secret) => {
    expect(text(message)).not.toContain(secret);
    expect(text(new Error(message))).not.toContain(secret);
    expect(text({ deep: { error: new Error('outer', { cause: new Error(message) }) } })).not.toContain(secret);
  });

  it('takes of a database error only what cannot hold data', () => {
    const error = Object.assign(new Error('duplicate key'), {
      code: '23505',
      constraint: 'uq_users_email',
      detail: 'Key (email)=(a) already exists',
      parameters: ['secret parameter'],
    });
    const logged = text({ error });
    expect(logged).toContain('uq_users_email');
    expect(logged).not.toMatch(/secret parameter|already exists/);
  });

  it('is finite for what refers to itself', () => {
    const loop: Record<string, unknown> = { name: 'loop' };
    loop['self'] = loop;
    expect(text(loop)).toContain('[deep]');
  });
});
