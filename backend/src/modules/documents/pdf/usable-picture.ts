import { inflateSync } from 'node:zlib';
import type { CompanyProfile } from '../../company/index.js';

type Picture = NonNullable<CompanyProfile['logo']>;

const PNG_HEAD = 33;
/** Nobody prints a logo of more points, and unpacking a picture that claims them would take the memory of the process. */
const MOST_PIXELS = 16_000_000;
const BYTES_PER_PIXEL = 8;

/**
 * Whether the printer can take a picture as it is. It was stored by its first bytes only: a torn or a lying one must cost
 * the document its logo, not the document itself.
 */
export function usablePicture({ type, data }: Picture): boolean {
  const bytes = Buffer.from(data, 'base64');
  return type === 'image/png' ? isWholePng(bytes) : isWholeJpeg(bytes);
}

function isWholePng(bytes: Buffer): boolean {
  if (bytes.length < PNG_HEAD) return false;
  const pixels = bytes.readUInt32BE(16) * bytes.readUInt32BE(20);
  if (pixels === 0 || pixels > MOST_PIXELS) return false;
  const parts: Buffer[] = [];
  for (let at = 8; at + 12 <= bytes.length;) {
    const length = bytes.readUInt32BE(at);
    const kind = bytes.toString('latin1', at + 4, at + 8);
    if (at + 12 + length > bytes.length) return false;
    if (kind === 'IDAT') parts.push(bytes.subarray(at + 8, at + 8 + length));
    if (kind === 'IEND') return unpacks(Buffer.concat(parts), pixels);
    at += 12 + length;
  }
  return false;
}

function unpacks(packed: Buffer, pixels: number): boolean {
  try {
    return inflateSync(packed, { maxOutputLength: pixels * BYTES_PER_PIXEL + 1_000_000 }).length > 0;
  } catch {
    // What zlib refuses, the printer cannot draw.
    return false;
  }
}

/** A JPEG ends with its mark, and the frame with its size stands before the picture itself. */
function isWholeJpeg(bytes: Buffer): boolean {
  if (bytes.length < 4 || bytes.readUInt16BE(bytes.length - 2) !== 0xff_d9) return false;
  for (let at = 2; at + 9 < bytes.length;) {
    if (bytes[at] !== 0xff) return false;
    const mark = bytes[at + 1]!;
    const isFrame = mark >= 0xc0 && mark <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(mark);
    if (isFrame) {
      const pixels = bytes.readUInt16BE(at + 5) * bytes.readUInt16BE(at + 7);
      return pixels > 0 && pixels <= MOST_PIXELS;
    }
    if (mark === 0xda) return false;
    at += 2 + bytes.readUInt16BE(at + 2);
  }
  return false;
}
