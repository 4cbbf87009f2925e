import { describe, expect, it } from '@jest/globals';
import { classifyProblem, type SmtpProblem } from './errors.js';

const problem = (changes: Partial<SmtpProblem>): SmtpProblem => ({
  code: 'EENVELOPE',
  systemCode: null,
  replyCode: null,
  enhancedCode: null,
  command: 'CONN',
  handedOver: false,
  ...changes,
});

describe('classifyProblem', () => {
  it.each<[string, Partial<SmtpProblem>, Record<string, unknown>]>([
    ['wrong password', { code: 'EAUTH', replyCode: 535, command: 'AUTH PLAIN' }, { kind: 'reauthorize' }],
    [
      'sign-in out of order',
      { code: 'EAUTH', replyCode: 454, command: 'AUTH PLAIN' },
      { kind: 'retry', code: 'SMTP_454' },
    ],
    ['sign-in asked for', { replyCode: 530, command: 'MAIL FROM' }, { kind: 'reauthorize' }],
    ['sender refused', { replyCode: 553, command: 'MAIL FROM' }, { kind: 'rejected', code: 'SENDER_REFUSED' }],
    ['wrong command', { replyCode: 503, command: 'DATA' }, { kind: 'bug', code: 'COMMAND_REFUSED' }],
    ['too busy at the door', { code: 'EPROTOCOL', replyCode: 421 }, { kind: 'retry', code: 'SMTP_421' }],
    [
      'STARTTLS missing',
      { code: 'ETLS', replyCode: 502, command: 'STARTTLS' },
      { kind: 'retry', code: 'TLS_UNAVAILABLE' },
    ],
    [
      'certificate expired',
      { code: 'ESOCKET', systemCode: 'CERT_HAS_EXPIRED' },
      { kind: 'retry', code: 'CERTIFICATE', outcomeKnown: true },
    ],
    ['unknown name', { code: 'EDNS', systemCode: 'ENOTFOUND' }, { kind: 'retry', code: 'NAME_NOT_FOUND' }],
    ['silence after the text', { code: 'ETIMEDOUT', handedOver: true }, { kind: 'retry', outcomeKnown: false }],
    [
      'announced as too large',
      { code: 'EMESSAGE', command: 'MAIL FROM' },
      { kind: 'rejected', code: 'MESSAGE_TOO_LARGE' },
    ],
  ])('%s', (_case, changes, expected) => {
    expect(classifyProblem(problem(changes))).toMatchObject(expected);
  });

  it('tells a person the reason in the code the server gave', () => {
    const refused = problem({ replyCode: 550, enhancedCode: '5.1.1', command: 'RCPT TO' });
    expect(classifyProblem(refused)).toMatchObject({ details: [{ code: '5.1.1' }] });
  });
});
