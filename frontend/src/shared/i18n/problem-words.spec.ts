import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { messages } from './messages';
import { problemKey } from './problem-key';

const BACKEND = join(process.cwd(), 'backend/src');

/** Where refusals are made: what the modules and the letters say no with. */
function errorFiles(): string[] {
  return readdirSync(BACKEND, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.errors.ts') || path === join('platform', 'mail', 'mail.ts'))
    .map((path) => join(BACKEND, path));
}

/** `unauthorized` is left out: whatever its code, people are asked to sign in. */
const REFUSAL =
  /\b(?:conflict|forbidden|notFound|gone|validationFailed|unavailable|tooManyRequests)\(\s*'([A-Z_]+\.[A-Z_]+)'/g;

function codesIn(file: string): string[] {
  return [...readFileSync(file, 'utf8').matchAll(REFUSAL)].map(([, code]) => code ?? '');
}

/** Those that only the page of the client's link can be answered with: it has words of its own. */
const ONLY_CLIENTS = new Set([
  'PROPOSAL.NOT_FOUND',
  'PROPOSAL.REVOKED',
  'PROPOSAL.EXPIRED',
  'PROPOSAL.CONTENT_DIFFERS',
  'PROPOSAL.VARIANT_UNKNOWN',
  'PROPOSAL.CODE_WRONG',
  'PROPOSAL.CODE_OVER',
  'PROPOSAL.EMAIL_OTHER',
  'PROPOSAL.CODE_TOO_EARLY',
  'PROPOSAL.METHOD_MISSING',
  'PROPOSAL.SIGNATURE_INVALID',
  'PROPOSAL.TOO_MANY_QUESTIONS',
]);

describe('words of refusals', () => {
  const codes = [...new Set(errorFiles().flatMap(codesIn))];

  it('finds the refusals of every module', () => {
    const subjects = ['ESTIMATE', 'DOCUMENT', 'PROPOSAL', 'RULE_SET', 'PRICING_TERMS', 'COMPANY', 'MAIL'];
    expect(codes.map((code) => code.split('.')[0])).toEqual(expect.arrayContaining(subjects));
  });

  it.each(codes)('%s is said in words', (code) => {
    const words: Record<string, string> = ONLY_CLIENTS.has(code)
      ? messages.proposal.errors.codes
      : messages.problems.codes;
    expect(words).toHaveProperty(problemKey(code), expect.stringMatching(/[а-яё].*\.$/i));
  });
});
