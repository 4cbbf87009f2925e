import type { Logo } from './company-profile.js';

export const MAX_LOGO_BYTES = 200 * 1024;

const SIGNATURES: readonly (readonly [type: Logo['type'], bytes: readonly number[]])[] = [
  ['image/png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['image/jpeg', [0xff, 0xd8, 0xff]],
];

/** The kind of a picture by its first bytes: a name or a declared type may lie. Null for anything but PNG and JPEG. */
export function pictureType(bytes: Uint8Array): Logo['type'] | null {
  const found = SIGNATURES.find(([, signature]) => signature.every((byte, index) => bytes[index] === byte));
  return found?.[0] ?? null;
}
