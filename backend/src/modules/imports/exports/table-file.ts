import { Readable } from 'node:stream';
import { writeXlsxStream } from 'hucre/xlsx';
import type { Cell } from '../readers/table.js';

export const tableFormats = ['xlsx', 'csv'] as const;
export type TableFormat = (typeof tableFormats)[number];

export const TABLE_TYPES: Readonly<Record<TableFormat, string>> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
};

/** Rows below a row of titles. */
export interface TableContent {
  /** Of the sheet. */
  readonly name: string;
  readonly titles: readonly string[];
  readonly rows: AsyncIterable<readonly Cell[]>;
}

/** What a table program would take for a formula when it opens a text. */
const FORMULA = /^[=+\-@\t\r]/;
/** Excel takes a text for UTF-8 only with this mark. */
const MARK = '\uFEFF';
const LINES_AT_ONCE = 500;

/** The bytes of a file, made while they are read: a table of any length takes the same memory. */
export function tableFile(format: TableFormat, content: TableContent): Readable {
  return format === 'csv' ? Readable.from(csvOf(content)) : Readable.fromWeb(xlsxOf(content));
}

/** Texts are written as texts, never as formulas, whatever they begin with. */
function xlsxOf({ name, titles, rows }: TableContent) {
  const columns = titles.map((header) => ({ header }));
  const cells = async function* () {
    for await (const row of rows) yield [...row];
  };
  return writeXlsxStream(cells(), { name, columns, freezePane: { rows: 1 } }) as Parameters<typeof Readable.fromWeb>[0];
}

/** As Russian Excel opens it at a double click: semicolons, decimal commas. */
async function* csvOf({ titles, rows }: TableContent): AsyncIterable<string> {
  let lines = [MARK + lineOf(titles)];
  for await (const row of rows) {
    lines.push(lineOf(row));
    if (lines.length < LINES_AT_ONCE) continue;
    yield lines.join('');
    lines = [];
  }
  yield lines.join('');
}

const lineOf = (cells: readonly Cell[]) => `${cells.map(fieldOf).join(';')}\r\n`;

function fieldOf(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell).replace('.', ',');
  const text = typeof cell === 'string' && FORMULA.test(cell) ? `'${cell}` : String(cell);
  return /[";\r\n]/.test(text) || text !== text.trim() ? `"${text.replaceAll('"', '""')}"` : text;
}
