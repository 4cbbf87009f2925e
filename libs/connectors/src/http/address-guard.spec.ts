import { describe, expect, it } from '@jest/globals';
import { createAddressGuard, isPublicAddress, type ResolvedAddress } from './address-guard.js';

const PUBLIC: ResolvedAddress = { address: '93.184.215.14', family: 4 };
const PRIVATE: ResolvedAddress = { address: '10.0.0.5', family: 4 };

describe('isPublicAddress', () => {
  it.each(['93.184.215.14', '8.8.8.8', '2606:2800:21f:cb07:6820:80da:af6b:8b2c', '::ffff:8.8.8.8'])(
    'takes %s',
    (address) => {
      expect(isPublicAddress(address)).toBe(true);
    },
  );

  it.each([
    ['loopback', '127.0.0.1'],
    ['loopback elsewhere in its net', '127.8.9.1'],
    ['private', '10.1.2.3'],
    ['private', '172.31.0.1'],
    ['private', '192.168.1.1'],
    ['metadata of clouds', '169.254.169.254'],
    ['carrier NAT', '100.64.1.1'],
    ['unspecified', '0.0.0.0'],
    ['broadcast', '255.255.255.255'],
    ['documentation', '203.0.113.7'],
    ['multicast', '224.0.0.1'],
    ['IPv6 loopback', '::1'],
    ['IPv6 unspecified', '::'],
    ['IPv4-mapped loopback', '::ffff:127.0.0.1'],
    ['IPv4-mapped in hex', '::ffff:a9fe:a9fe'],
    ['IPv4-compatible (deprecated)', '::7f00:1'],
    ['unique local', 'fd00::1'],
    ['link-local', 'fe80::1'],
    ['NAT64 of a private address', '64:ff9b::a00:1'],
    ['6to4 of a private address', '2002:a00:1::1'],
    ['nonsense', 'not-an-address'],
  ])('refuses %s (%s)', (_what, address) => {
    expect(isPublicAddress(address)).toBe(false);
  });
});

describe('checkUrl', () => {
  const guard = createAddressGuard({ allowPrivateHosts: ['127.0.0.1:3002', '[::1]:3002', 'stand-in:80'] });

  it.each([
    'https://demo.amocrm.ru/api/v4/account',
    'http://127.0.0.1:3002/',
    'http://[::1]:3002/',
    'http://stand-in/',
    'HTTP://STAND-IN:80/',
  ])('takes %s', (url) => {
    expect(guard.checkUrl(url).ok).toBe(true);
  });

  it.each([
    ['not a url', 'URL_INVALID'],
    ['ftp://demo.amocrm.ru/', 'PROTOCOL_NOT_ALLOWED'],
    ['file:///etc/passwd', 'PROTOCOL_NOT_ALLOWED'],
    ['https://user:secret@demo.amocrm.ru/', 'CREDENTIALS_IN_URL'],
    ['http://demo.amocrm.ru/', 'PLAIN_HTTP'],
    ['http://127.0.0.1:3003/', 'PRIVATE_ADDRESS'],
    ['https://127.0.0.1/', 'PRIVATE_ADDRESS'],
    ['https://2130706433/', 'PRIVATE_ADDRESS'],
    ['https://0x7f000001/', 'PRIVATE_ADDRESS'],
    ['https://0177.0.0.1/', 'PRIVATE_ADDRESS'],
    ['https://127.1/', 'PRIVATE_ADDRESS'],
    ['https://[::ffff:127.0.0.1]/', 'PRIVATE_ADDRESS'],
    ['https://169.254.169.254/latest/meta-data/', 'PRIVATE_ADDRESS'],
  ])('refuses %s as %s', (url, code) => {
    expect(guard.checkUrl(url)).toEqual({ ok: false, code });
  });
});

describe('resolve', () => {
  const url = new URL('https://demo.amocrm.ru/');

  it('returns the public addresses of a name, which are then connected to without asking again', async () => {
    const guard = createAddressGuard({ resolve: () => Promise.resolve([PUBLIC]) });
    expect(await guard.resolve(url)).toEqual({ ok: true, addresses: [PUBLIC] });
  });

  it('judges every answer anew: a name that was public and turns private is refused', async () => {
    const answers = [[PUBLIC], [PRIVATE]];
    const guard = createAddressGuard({ resolve: () => Promise.resolve(answers.shift() ?? []) });
    expect((await guard.resolve(url)).ok).toBe(true);
    expect(await guard.resolve(url)).toEqual({ ok: false, kind: 'blocked-address', code: 'PRIVATE_ADDRESS' });
  });

  it('refuses a name with one private address among public ones', async () => {
    const guard = createAddressGuard({ resolve: () => Promise.resolve([PUBLIC, PRIVATE]) });
    expect((await guard.resolve(url)).ok).toBe(false);
  });

  it('lets an allowed host be private, but never the metadata service', async () => {
    const answers = [[PRIVATE], [{ address: '169.254.169.254', family: 4 as const }]];
    const guard = createAddressGuard({
      allowPrivateHosts: ['stand-in:3002'],
      resolve: () => Promise.resolve(answers.shift() ?? []),
    });
    expect((await guard.resolve(new URL('http://stand-in:3002/'))).ok).toBe(true);
    expect((await guard.resolve(new URL('http://stand-in:3002/'))).ok).toBe(false);
  });

  it('names a resolution problem by its system code', async () => {
    const failing = createAddressGuard({
      resolve: () => Promise.reject(Object.assign(new Error('no'), { code: 'ENOTFOUND' })),
    });
    expect(await failing.resolve(url)).toEqual({ ok: false, kind: 'dns', code: 'ENOTFOUND' });
    const empty = createAddressGuard({ resolve: () => Promise.resolve([]) });
    expect(await empty.resolve(url)).toEqual({ ok: false, kind: 'dns', code: 'ENODATA' });
  });
});
