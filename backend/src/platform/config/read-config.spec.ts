import { describe, expect, it } from '@jest/globals';
import { ConfigError, deriveKey, keyId, readConfig } from './index.js';

const key = (fill: number) => Buffer.alloc(32, fill).toString('base64');
const MINIMAL = { DATABASE_URL: 'postgres://a:b@db/smet', SMET_SECRET_KEY: key(1) };

function problemsOf(env: Record<string, string>): readonly string[] {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  return [];
}

describe('the configuration', () => {
  it('needs a database and a key, the rest has defaults', () => {
    const config = readConfig(MINIMAL);
    expect(config.apiPort).toBe(3001);
    expect(config.publicUrl).toBe('http://localhost:3000');
    expect(config.trustProxy).toEqual(['loopback']);
    expect(problemsOf({})).toEqual(['DATABASE_URL: is not set', 'SMET_SECRET_KEY: expected 32 bytes in base64']);
  });

  it('names everything wrong at once, in one line each and without values', () => {
    const problems = problemsOf({
      DATABASE_URL: 'mysql://root:hunter2@db/smet',
      SMET_SECRET_KEY: 'c2hvcnQ=',
      API_PORT: '70000',
      LOG_LEVEL: 'loud',
      SMET_SECURE_COOKIES: 'yes',
      SMET_ALLOWED_ORIGINS: 'not an origin',
    });
    expect(problems.map((problem) => problem.split(':')[0]).toSorted()).toEqual([
      'API_PORT',
      'DATABASE_URL',
      'LOG_LEVEL',
      'SMET_ALLOWED_ORIGINS',
      'SMET_SECRET_KEY',
      'SMET_SECURE_COOKIES',
    ]);
    expect(problems.join('\n')).not.toMatch(/hunter2|c2hvcnQ|70000/);
    expect(problems.every((problem) => !problem.includes('\n'))).toBe(true);
  });

  it('trusts the origin of the public address, under both names of this machine', () => {
    const origins = (PUBLIC_URL: string) => readConfig({ ...MINIMAL, PUBLIC_URL }).allowedOrigins;
    expect(origins('https://smet.example/app/')).toEqual(['https://smet.example']);
    expect(origins('http://127.0.0.1:3000')).toEqual(['http://127.0.0.1:3000', 'http://localhost:3000']);
  });

  it.each([
    ['https://smet.example', true],
    ['http://localhost:3000', true],
    ['http://127.0.0.1:3000', true],
    ['http://192.168.1.7:3000', false],
    ['http://localhost.evil.example', false],
  ])('on %s says that secure cookies work: %s', (PUBLIC_URL, expected) => {
    expect(readConfig({ ...MINIMAL, PUBLIC_URL }).secureCookies).toBe(expected);
    expect(readConfig({ ...MINIMAL, PUBLIC_URL, SMET_SECURE_COOKIES: 'false' }).secureCookies).toBe(false);
  });

  it('keeps replaced keys for opening', () => {
    const config = readConfig({ ...MINIMAL, SMET_OLD_SECRET_KEYS: `${key(2)},${key(3)}` });
    expect(config.secretKeys.map(keyId)).toEqual([1, 2, 3].map((fill) => keyId(Buffer.alloc(32, fill))));
  });

  it('derives different keys for different purposes', () => {
    const config = readConfig(MINIMAL);
    const derived = ['access-token', 'refresh-token'].map((purpose) => deriveKey(config, purpose).toString('hex'));
    expect(new Set(derived).size).toBe(2);
    expect(derived).not.toContain(Buffer.alloc(32, 1).toString('hex'));
  });

  it('sends letters with a server and a sender, and none without both', () => {
    expect(readConfig(MINIMAL).mail).toBeNull();
    const SMTP_URL = 'smtp://office:hunter2@mail.example';
    const config = readConfig({ ...MINIMAL, SMTP_URL, MAIL_FROM: 'Потолки <office@firm.example>' });
    expect(config.mail).toEqual({
      server: {
        host: 'mail.example',
        port: 587,
        tls: 'starttls',
        credentials: { user: 'office', password: 'hunter2' },
      },
      from: { name: 'Потолки', address: 'office@firm.example' },
    });
    expect(problemsOf({ ...MINIMAL, SMTP_URL })).toEqual([expect.stringMatching(/^MAIL_FROM: /)]);
    const problems = problemsOf({ ...MINIMAL, SMTP_URL: 'http://office:hunter2@mail.example', MAIL_FROM: 'office' });
    expect(problems.map((problem) => problem.split(':')[0])).toEqual(['SMTP_URL', 'MAIL_FROM']);
    expect(problems.join()).not.toContain('hunter2');
  });
});
