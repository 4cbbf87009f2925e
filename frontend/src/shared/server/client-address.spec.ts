import { describe, expect, it } from '@jest/globals';
import { forwardedFor, readTrusted } from './client-address';

describe('the address a request came from', () => {
  const nobody = readTrusted('');

  it('is that of the connection, whatever the browser claims', () => {
    expect(forwardedFor('203.0.113.7', '198.51.100.1', nobody)).toBe('203.0.113.7');
    expect(forwardedFor('127.0.0.1', '198.51.100.1', nobody)).toBe('127.0.0.1');
    expect(forwardedFor('::ffff:203.0.113.7', undefined, nobody)).toBe('203.0.113.7');
    expect(forwardedFor('2001:db8::7', '198.51.100.1', nobody)).toBe('2001:db8::7');
  });

  it('is told by a proxy that is trusted, which adds itself', () => {
    const isTrusted = readTrusted('uniquelocal, 203.0.113.9, 2001:db8::/32');
    expect(forwardedFor('10.4.0.2', '198.51.100.1', isTrusted)).toBe('198.51.100.1, 10.4.0.2');
    expect(forwardedFor('::ffff:172.18.0.3', '198.51.100.1', isTrusted)).toBe('198.51.100.1, 172.18.0.3');
    expect(forwardedFor('2001:db8::7', '198.51.100.1', isTrusted)).toBe('198.51.100.1, 2001:db8::7');
    expect(forwardedFor('203.0.113.9', undefined, isTrusted)).toBe('203.0.113.9');
    expect(forwardedFor('203.0.113.8', '198.51.100.1', isTrusted)).toBe('203.0.113.8');
    expect(forwardedFor('127.0.0.1', '198.51.100.1', isTrusted)).toBe('127.0.0.1');
    expect(forwardedFor('fe80::1%eth0', '198.51.100.1', readTrusted('linklocal'))).toBe('198.51.100.1, fe80::1');
    expect(forwardedFor('', '198.51.100.1', isTrusted)).toBe('');
  });

  it.each(['localnet', '10.0.0.0/33', '10.0.0'])('refuses a trust in %s, which is nothing', (part) => {
    expect(() => readTrusted(part)).toThrow(`SMET_TRUST_PROXY: ${part}`);
  });
});
