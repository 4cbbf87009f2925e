import { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import iconv from 'iconv-lite';
import { encodingOf } from './text-encoding.js';
import { tidyRow, UnreadableFile, type Cell, type Table, type TableRow } from './table.js';

const PIECE = 64 * 1024;
const MAX_RECORD = 1024 * 1024;
const DELIMITERS = [';', '\t', ',', '|'] as const;
const LOOKED_AT_LINES = 20;
/** Excel writes it as a line of its own before everything else. */
const SEPARATOR_LINE = /^sep=(.)\r?\n/;

/** A text of records, in whatever encoding and with whatever delimiter. @throws UnreadableFile */
export async function openCsv(file: Buffer): Promise<Table> {
  const encoding = encodingOf(file);
  const beginning = iconv.decode(file.subarray(0, PIECE), encoding);
  if (beginning.trim() === '') throw new UnreadableFile('IMPORT.EMPTY');
  const named = SEPARATOR_LINE.exec(beginning);
  const delimiter = named?.[1] ?? delimiterOf(beginning);
  return { sheets: [''], rows: () => rowsOf(file, { encoding, delimiter, skipped: named ? 1 : 0 }) };
}

interface CsvShape {
  readonly encoding: string;
  readonly delimiter: string;
  /** Lines before the table. */
  readonly skipped: number;
}

async function* rowsOf(file: Buffer, { encoding, delimiter, skipped }: CsvShape): AsyncIterable<TableRow> {
  const records = Readable.from(piecesOf(file))
    .pipe(iconv.decodeStream(encoding))
    .pipe(
      parse({
        delimiter,
        from_line: skipped + 1,
        relax_column_count: true,
        relax_quotes: true,
        max_record_size: MAX_RECORD,
        encoding: 'utf8',
      }),
    );
  let number = skipped;
  try {
    for await (const record of records as AsyncIterable<string[]>) {
      number += 1;
      const row = tidyRow(number, record.map(cellOf));
      if (row) yield row;
    }
  } catch (error) {
    if (error instanceof CsvError)
      throw new UnreadableFile('IMPORT.BROKEN_TEXT', { row: number + 1 }, { cause: error });
    throw error;
  }
}

function* piecesOf(file: Buffer): Iterable<Buffer> {
  for (let at = 0; at < file.length; at += PIECE) yield file.subarray(at, at + PIECE);
}

/** Exports put an apostrophe before what a table program would take for a formula; here it comes off again. */
function cellOf(text: string): Cell {
  return /^'[=+\-@\t\r]/.test(text) ? text.slice(1) : text;
}

/** The one that cuts most lines into as many parts as the line with the titles, quotes aside. */
function delimiterOf(beginning: string): string {
  const lines = beginning
    .replaceAll(/"(?:[^"]|"")*"/g, '')
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .slice(0, LOOKED_AT_LINES);
  const counts = DELIMITERS.map((delimiter) => lines.map((line) => line.split(delimiter).length - 1));
  const scores = counts.map((ofLines) => {
    const usual = ofLines.toSorted((a, b) => a - b)[Math.floor(ofLines.length / 2)] ?? 0;
    return usual * ofLines.filter((count) => count === usual).length;
  });
  return DELIMITERS[scores.indexOf(Math.max(...scores))] ?? ';';
}
