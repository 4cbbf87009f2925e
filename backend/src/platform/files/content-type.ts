import { open } from 'node:fs/promises';
import { fileTypeFromFile } from 'file-type';

export const TEXT = 'text/plain';
const UNKNOWN = 'application/octet-stream';
const LOOKED_AT = 64 * 1024;

/** Marks at the beginning by which a text says that it has two bytes a character. */
const UTF_16 = [Buffer.from([0xff, 0xfe]), Buffer.from([0xfe, 0xff])];
/** A text in any encoding of one byte or in UTF-8 has none of these; a program has them everywhere. */
// oxlint-disable-next-line no-control-regex -- control characters are what is looked for
const NOT_TEXT = /[\0-\b\v\x0e-\x1a\x1c-\x1f]/;

/**
 * What a file is, by its content; its name says nothing. Texts come first: whether one begins with the letters of some
 * format ("BM", "MZ") is chance.
 */
export async function contentTypeOf(file: string): Promise<string> {
  const beginning = await beginningOf(file);
  if (isText(beginning)) return TEXT;
  return (await fileTypeFromFile(file))?.mime ?? UNKNOWN;
}

async function beginningOf(file: string): Promise<Buffer> {
  const handle = await open(file, 'r');
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(LOOKED_AT), 0, LOOKED_AT, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

function isText(beginning: Buffer): boolean {
  return UTF_16.some((mark) => beginning.subarray(0, 2).equals(mark)) || !NOT_TEXT.test(beginning.toString('latin1'));
}
