/** What a cell of a file holds. Dates are text as YYYY-MM-DD. */
export type Cell = string | number | boolean | null;

export interface TableRow {
  /** As the file counts, from 1. */
  readonly number: number;
  readonly cells: readonly Cell[];
}

/** A file as a table, read from its beginning each time `rows` is asked for; blank rows are left out. */
export interface Table {
  /** In the order of the file; one without a name for a text. */
  readonly sheets: readonly string[];
  rows(sheet: number): AsyncIterable<TableRow>;
}

export const MAX_COLUMNS = 256;
export const MAX_ROWS = 500_000;

/** Why a file cannot be read; the code is told to people. */
export class UnreadableFile extends Error {
  override readonly name = 'UnreadableFile';

  constructor(
    readonly code: string,
    readonly params: Readonly<Record<string, string | number>> = {},
    options?: ErrorOptions,
  ) {
    super(code, options);
  }
}

/** The row without blank cells at its end, or null when nothing is left. @throws UnreadableFile beyond the limits */
export function tidyRow(number: number, cells: readonly Cell[]): TableRow | null {
  const last = cells.findLastIndex((cell) => cell !== null && cell !== '');
  if (last < 0) return null;
  if (last >= MAX_COLUMNS) throw new UnreadableFile('IMPORT.TOO_MANY_COLUMNS', { columns: last + 1, max: MAX_COLUMNS });
  if (number > MAX_ROWS) throw new UnreadableFile('IMPORT.TOO_MANY_ROWS', { max: MAX_ROWS });
  return { number, cells: cells.slice(0, last + 1) };
}
