import { describe, expect, it } from '@jest/globals';
import { parseMailbox, parseSmtpUrl } from './index.js';

describe('parseSmtpUrl', () => {
  it.each([
    ['smtp://u:p%40ss@mail.example', 'mail.example', 587, 'starttls', { user: 'u', password: 'p@ss' }],
    ['smtp://mail.example:2525', 'mail.example', 2525, 'starttls', null],
    [
      'smtps://office%40firm.example:x@mail.example',
      'mail.example',
      465,
      'implicit',
      { user: 'office@firm.example', password: 'x' },
    ],
    ['smtp://mail:25?tls=off', 'mail', 25, 'none', null],
    ['smtp://localhost:1025', 'localhost', 1025, 'none', null],
    ['smtp://127.0.0.1:1025/', '127.0.0.1', 1025, 'none', null],
    ['smtp://[::1]:1025', '::1', 1025, 'none', null],
  ] as const)('reads %s', (text, ...[host, port, tls, credentials]) => {
    expect(parseSmtpUrl(text)).toEqual({ host, port, tls, credentials });
  });

  it.each([
    'mail.example:587',
    'http://mail.example',
    'smtp://',
    'smtp://only-user@mail.example',
    'smtp://u:%zz@mail.example',
    'smtp://mail.example/inbox',
    'smtp://mail.example?tls=maybe',
    'smtp://mail.example?tls=off&rejectUnauthorized=false',
    'smtps://mail.example?tls=off',
    'smtp://127.0.0.1.evil.example?starttls=off',
  ])('refuses %s', (text) => {
    expect(parseSmtpUrl(text)).toBeNull();
  });

  it('asks for TLS where the name only looks like this machine', () => {
    expect(parseSmtpUrl('smtp://127.0.0.1.evil.example')?.tls).toBe('starttls');
    expect(parseSmtpUrl('smtp://localhost.evil.example')?.tls).toBe('starttls');
  });
});

describe('parseMailbox', () => {
  it.each([
    ['office@firm.example', '', 'office@firm.example'],
    ['Потолки Нева <office@firm.example>', 'Потолки Нева', 'office@firm.example'],
    ['"Потолки, Нева" <office@firm.example>', 'Потолки, Нева', 'office@firm.example'],
  ])('reads %s', (text, name, address) => {
    expect(parseMailbox(text)).toEqual({ name, address });
  });

  it.each(['', 'office', 'a@b, c@d', 'a@b\r\nBcc: c@d', 'Name <a@b> <c@d>', `${'a'.repeat(250)}@b.example`])(
    'refuses %j',
    (text) => {
      expect(parseMailbox(text)).toBeNull();
    },
  );
});
