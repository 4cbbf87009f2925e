import type { Readable } from 'node:stream';
import { promisify } from 'node:util';
import yauzl, { type Entry, type ZipFile } from 'yauzl';
import { UnreadableFile } from './table.js';

const MEGABYTE = 1024 * 1024;
/** Of all entries together: half a million rows of a price list. */
const MAX_INFLATED = 400 * MEGABYTE;
/** Tables shrink to a twentieth, very dull ones to a hundredth. */
const MAX_RATIO = 250;
/** Below this nothing is suspicious. */
const RATIO_FROM = 8 * MEGABYTE;
const MAX_ENTRIES = 5000;
/** Parts that are read as a whole; the titles and links of a workbook are far smaller. */
const MAX_SMALL_PART = 8 * MEGABYTE;
/** All texts of a workbook are held at once. */
const MAX_TEXTS = 64 * MEGABYTE;

const open = promisify<Buffer, yauzl.Options, ZipFile>(yauzl.fromBuffer);

export interface ArchiveVisitor {
  /** Whether the part is wanted as a whole. */
  wants(name: string): boolean;
  whole(name: string, content: Buffer): void;
  /** The other parts, as they are inflated. */
  piece(name: string, bytes: Buffer): void;
}

/**
 * Walks through a zip archive and inflates every part once, counting what really comes out: what the archive says about
 * itself is believed in nothing.
 * @throws UnreadableFile for a bomb, a broken or an encrypted archive
 */
export async function walkArchive(file: Buffer, visitor: ArchiveVisitor): Promise<void> {
  const zip = await open(file, { lazyEntries: true, strictFileNames: true, validateEntrySizes: true }).catch(broken);
  if (zip.entryCount > MAX_ENTRIES) throw new UnreadableFile('IMPORT.ARCHIVE_BOMB');
  const budget = { inflated: 0, packed: file.length };
  for await (const entry of entriesOf(zip)) {
    if (entry.isEncrypted()) throw new UnreadableFile('IMPORT.ENCRYPTED');
    if (!entry.fileName.endsWith('/')) await inflate(zip, entry, visitor, budget);
  }
}

async function* entriesOf(zip: ZipFile): AsyncIterable<Entry> {
  for (let read = 0; read < zip.entryCount; read++) {
    yield await new Promise<Entry>((resolve, reject) => {
      zip.once('entry', resolve);
      zip.once('error', (error) => reject(brokenArchive(error)));
      zip.once('end', () => reject(brokenArchive(new Error('fewer entries than announced'))));
      zip.readEntry();
    });
    zip.removeAllListeners();
  }
}

interface Budget {
  inflated: number;
  readonly packed: number;
}

async function inflate(zip: ZipFile, entry: Entry, visitor: ArchiveVisitor, budget: Budget): Promise<void> {
  const { fileName } = entry;
  const stream = await promisify<Entry, Readable>(zip.openReadStream.bind(zip))(entry).catch(broken);
  const pieces: Buffer[] = [];
  const whole = visitor.wants(fileName);
  const most = whole ? MAX_SMALL_PART : fileName.endsWith('sharedStrings.xml') ? MAX_TEXTS : MAX_INFLATED;
  let size = 0;
  try {
    for await (const piece of stream as AsyncIterable<Buffer>) {
      size += piece.length;
      budget.inflated += piece.length;
      assertNoBomb(budget, size, most);
      if (whole) pieces.push(piece);
      else visitor.piece(fileName, piece);
    }
  } catch (error) {
    throw error instanceof UnreadableFile ? error : brokenArchive(error);
  }
  if (whole) visitor.whole(fileName, Buffer.concat(pieces));
}

function assertNoBomb({ inflated, packed }: Budget, size: number, most: number): void {
  const swollen = inflated > RATIO_FROM && inflated > packed * MAX_RATIO;
  if (swollen || inflated > MAX_INFLATED || size > most) throw new UnreadableFile('IMPORT.ARCHIVE_BOMB');
}

const brokenArchive = (cause: unknown) => new UnreadableFile('IMPORT.BROKEN_ARCHIVE', {}, { cause });

function broken(cause: unknown): never {
  throw brokenArchive(cause);
}
