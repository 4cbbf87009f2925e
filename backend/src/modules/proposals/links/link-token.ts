import { createHash, randomBytes } from 'node:crypto';

const BYTES = 32;

/** What opens a link: nobody guesses it, and nobody reads it out of the database. */
export function newLinkToken(): string {
  return randomBytes(BYTES).toString('base64url');
}

/** What is stored and compared. Any text has one, so that a malformed token costs the same as an unknown one. */
export function hashLinkToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
