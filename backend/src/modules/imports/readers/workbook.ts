import { walkArchive } from './archive.js';
import { UnreadableFile } from './table.js';

/** A rectangle of cells joined into one; rows and columns from 1, ends included. */
export interface Merge {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export interface Workbook {
  readonly sheets: readonly { readonly name: string; readonly merges: readonly Merge[] }[];
}

const WORKBOOK = 'xl/workbook.xml';
const LINKS = 'xl/_rels/workbook.xml.rels';
const END_OF_CELLS = '</sheetData>';
const MAX_MERGES = 20_000;
/** What follows the cells of a sheet: merges, links, conditional formats. */
const MAX_TAIL = 16 * 1024 * 1024;

/**
 * Looks a workbook through before it is read: that it is no bomb, what its sheets are called, and which cells are merged,
 * which is written behind all the cells.
 * @throws UnreadableFile
 */
export async function inspectWorkbook(file: Buffer): Promise<Workbook> {
  const parts = new Map<string, string>();
  const tails = new Map<string, Tail>();
  await walkArchive(file, {
    wants: (name) => name === WORKBOOK || name === LINKS,
    whole: (name, content) => parts.set(name, content.toString('utf8')),
    piece: (name, bytes) => {
      if (!name.startsWith('xl/worksheets/')) return;
      const tail = tails.get(name) ?? new Tail();
      tails.set(name, tail);
      tail.add(bytes);
    },
  });
  const [workbook, links] = [parts.get(WORKBOOK), parts.get(LINKS)];
  if (workbook === undefined || links === undefined) throw new UnreadableFile('IMPORT.NOT_A_TABLE');
  const targets = new Map(tagsOf(links, 'Relationship').map(({ Id, Target }) => [Id, pathOf(Target ?? '')]));
  const sheets = tagsOf(workbook, 'sheet').map((attributes) => ({
    name: attributes['name'] ?? '',
    merges: tails.get(targets.get(attributes['r:id']) ?? '')?.merges() ?? [],
  }));
  if (sheets.length === 0) throw new UnreadableFile('IMPORT.EMPTY');
  return { sheets };
}

/** The end of a sheet's XML, from the last cell on. */
class Tail {
  private text = '';
  private found = false;

  add(bytes: Buffer): void {
    // Cut between two pieces or not, the mark is in what is kept of the last one and this one.
    const text = this.text + bytes.toString('latin1');
    const at = this.found ? 0 : text.indexOf(END_OF_CELLS);
    this.found ||= at >= 0;
    this.text = this.found ? text.slice(at, MAX_TAIL) : text.slice(-END_OF_CELLS.length);
  }

  merges(): Merge[] {
    const merges = tagsOf(this.text, 'mergeCell').flatMap(({ ref = '' }) => mergeOf(ref) ?? []);
    if (merges.length > MAX_MERGES) throw new UnreadableFile('IMPORT.TOO_MANY_MERGES', { max: MAX_MERGES });
    return merges;
  }
}

type Attributes = Readonly<Record<string, string | undefined>>;

/** The attributes of the tags of a name. These parts are written by programs and have no text between their tags. */
function tagsOf(xml: string, name: string): Attributes[] {
  return [...xml.matchAll(new RegExp(`<(?:\\w+:)?${name}\\s([^>]*)>`, 'g'))].map(([, inside = '']) =>
    Object.fromEntries([...inside.matchAll(/([\w:]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)].map(attributeOf)),
  );
}

function attributeOf([, name = '', double, single]: RegExpMatchArray): [string, string] {
  return [/^\w+:id$/i.test(name) ? 'r:id' : name, decode(double ?? single ?? '')];
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function decode(text: string): string {
  return text.replaceAll(
    /&(?:#x([\da-f]{1,6})|#(\d{1,7})|(\w+));/gi,
    (all, hex?: string, decimal?: string, name?: string) => {
      const code = hex === undefined ? Number(decimal ?? Number.NaN) : Number.parseInt(hex, 16);
      return code <= 0x10ffff ? String.fromCodePoint(code) : (ENTITIES[name ?? ''] ?? all);
    },
  );
}

/** Links are relative to the workbook's folder or begin at the root. */
function pathOf(target: string): string {
  return target.startsWith('/') ? target.slice(1) : `xl/${target}`;
}

function mergeOf(ref: string): Merge | null {
  const match = /^([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})$/.exec(ref);
  if (!match) return null;
  const [, left = '', top, right = '', bottom] = match;
  return { left: columnOf(left), top: Number(top), right: columnOf(right), bottom: Number(bottom) };
}

/** "AB" is 28. */
function columnOf(letters: string): number {
  return Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}
