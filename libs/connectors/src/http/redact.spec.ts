import { describe, expect, it } from '@jest/globals';
import { redactText, redactUrl } from './redact.js';

describe('redactText', () => {
  it.each([
    ['Authorization: Bearer abc.def-123', 'abc.def-123'],
    ['{"access_token":"s3cret","x":1}', 's3cret'],
    ['client_secret=s3cret&x=1', 's3cret'],
    ['got eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOjF9.c2ln here', 'eyJzdWIiOjF9'],
    ['refresh def50200aabbccddeeff0011 used', 'def50200aabbccddeeff0011'],
    ['password: "hunter 2"', 'hunter 2'],
  ])('hides the secret in %s', (text, secret) => {
    expect(redactText(text)).not.toContain(secret);
  });

  it('keeps what is not secret', () => {
    expect(redactText('{"access_token":"s3cret","status":401}')).toContain('"status":401');
    expect(redactText('{"code":"NotSupportedChoice"}')).toContain('NotSupportedChoice');
    expect(redactText('GET /api/v4/leads 200')).toBe('GET /api/v4/leads 200');
  });
});

describe('redactUrl', () => {
  it('keeps paging, hides what can hold a person or a secret', () => {
    const text = redactUrl(
      'https://u:p@demo.amocrm.ru/api/v4/contacts?page=2&order[updated_at]=desc&query=9161234567#x',
    );
    expect(text).toBe('https://demo.amocrm.ru/api/v4/contacts?page=2&order[updated_at]=desc&query=[hidden]');
  });

  it('says nothing of what is no address', () => {
    expect(redactUrl('token=s3cret')).toBe('[hidden]');
  });
});
