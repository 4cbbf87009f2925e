import { createHmac, randomInt, timingSafeEqual } from 'node:crypto';

export const CODE_MINUTES = 10;
export const CODE_ATTEMPTS = 5;
/** Between two letters to one client. */
export const RESEND_SECONDS = 60;

const DIGITS = 6;

export function newCode(): string {
  return String(randomInt(10 ** DIGITS)).padStart(DIGITS, '0');
}

/** `key` is a secret of the installation: the hash of six digits without one is undone in a second. */
export function hashCode(key: Buffer, codeId: string, code: string): Buffer {
  return createHmac('sha256', key).update(`${codeId}:${code}`).digest();
}

export function sameHash(a: Buffer, b: Buffer): boolean {
  return a.length === b.length && timingSafeEqual(a, b);
}
