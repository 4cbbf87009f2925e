import chardet from 'chardet';
import { UnreadableFile } from './table.js';

const MARKS: readonly (readonly [Buffer, string])[] = [
  [Buffer.from([0xef, 0xbb, 0xbf]), 'utf-8'],
  [Buffer.from([0xff, 0xfe]), 'utf-16le'],
  [Buffer.from([0xfe, 0xff]), 'utf-16be'],
];

/** What texts in Russian come in. Other guesses are about the same bytes and wrong for us. */
const KNOWN = ['windows-1251', 'koi8-r', 'iso-8859-5'];
/** chardet's word for what Russian Excel writes when it is sure of little. */
const LATIN = new Set(['iso-8859-1', 'windows-1252', 'ascii']);
const SAMPLE = 256 * 1024;

/**
 * The encoding of a text: what its mark says, else UTF-8 if all of it is, else what its letters look like.
 * @throws UnreadableFile when it is none that is known
 */
export function encodingOf(file: Buffer): string {
  const marked = MARKS.find(([mark]) => file.subarray(0, mark.length).equals(mark));
  if (marked) return marked[1];
  if (isUtf8(file)) return 'utf-8';
  const guesses = chardet.analyse(file.subarray(0, SAMPLE)).map(({ name }) => name.toLowerCase());
  const known = guesses.find((name) => KNOWN.includes(name));
  if (known) return known;
  if (guesses.some((name) => LATIN.has(name))) return 'windows-1251';
  throw new UnreadableFile('IMPORT.ENCODING_UNKNOWN');
}

function isUtf8(file: Buffer): boolean {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for (let at = 0; at < file.length; at += SAMPLE) decoder.decode(file.subarray(at, at + SAMPLE), { stream: true });
    decoder.decode();
    return true;
  } catch {
    return false; // a TypeError is how the platform says that the bytes are none
  }
}
