import { describe, expect, it } from '@jest/globals';
import { readConfig } from '../config/index.js';
import { Secrets } from './index.js';

const key = (fill: number) => Buffer.alloc(32, fill).toString('base64');
const secretsWith = (current: number, ...old: number[]) =>
  new Secrets(
    readConfig({
      DATABASE_URL: 'postgres://a@db/smet',
      SMET_SECRET_KEY: key(current),
      SMET_OLD_SECRET_KEYS: old.map(key).join(','),
    }),
  );
const scope = { organizationId: 'org-1', purpose: 'amocrm-token' };

describe('a secret', () => {
  it('opens where it was sealed for', () => {
    const secrets = secretsWith(1);
    const sealed = secrets.seal('длинный токен', scope);
    expect(secrets.open(sealed, scope)).toBe('длинный токен');
    expect(sealed.data.includes(Buffer.from('токен'))).toBe(false);
  });

  it('never looks the same twice', () => {
    const secrets = secretsWith(1);
    expect(secrets.seal('x', scope).data.equals(secrets.seal('x', scope).data)).toBe(false);
  });

  it.each([
    ['another organization', { ...scope, organizationId: 'org-2' }],
    ['another use', { ...scope, purpose: 'other' }],
  ])('does not open in %s', (_, other) => {
    const secrets = secretsWith(1);
    const sealed = secrets.seal('x', scope);
    expect(() => secrets.open(sealed, other)).toThrow();
  });

  it('does not open when a single bit was changed', () => {
    const secrets = secretsWith(1);
    const { keyId, data } = secrets.seal('some text', scope);
    for (let at = 0; at < data.length; at++) {
      const changed = Buffer.from(data);
      changed.writeUInt8(changed.readUInt8(at) ^ 1, at);
      expect(() => secrets.open({ keyId, data: changed }, scope)).toThrow();
    }
  });

  it('outlives a change of the key, and says that it should be sealed anew', () => {
    const sealed = secretsWith(1).seal('x', scope);
    const rotated = secretsWith(2, 1);
    expect(rotated.open(sealed, scope)).toBe('x');
    expect(rotated.needsRotation(sealed)).toBe(true);
    expect(rotated.needsRotation(rotated.seal('x', scope))).toBe(false);
    expect(() => secretsWith(2).open(sealed, scope)).toThrow(/is not configured/);
  });
});
