import type { PictureType } from './company-form';

/** As the server has it. */
const MOST_BYTES = 200 * 1024;

const SIGNATURES: readonly (readonly [type: PictureType, bytes: readonly number[]])[] = [
  ['image/png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['image/jpeg', [0xff, 0xd8, 0xff]],
];

export type ReadLogo = { ok: true; type: PictureType; data: string } | { ok: false; why: 'tooLarge' | 'notPicture' };

/** A picture a person chose, by its bytes and not by its name, as the server will look at it; `data` is base64. */
export function readLogo(bytes: Uint8Array): ReadLogo {
  if (bytes.length > MOST_BYTES) return { ok: false, why: 'tooLarge' };
  const found = SIGNATURES.find(([, signature]) => signature.every((byte, index) => bytes[index] === byte));
  if (!found) return { ok: false, why: 'notPicture' };
  const text = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  return { ok: true, type: found[0], data: btoa(text) };
}
