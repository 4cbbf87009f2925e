import { HucreError } from 'hucre';
import { streamXlsxRows } from 'hucre/xlsx';
import { tidyRow, UnreadableFile, type Cell, type Table, type TableRow } from './table.js';
import { inspectWorkbook, type Merge } from './workbook.js';

/** A workbook, looked through before anything of it is believed. Of formulas the value that was shown last is read. */
export async function openXlsx(file: Buffer): Promise<Table> {
  const { sheets } = await inspectWorkbook(file);
  return {
    sheets: sheets.map(({ name }) => name),
    rows: (sheet) => rowsOf(file, sheet, new MergedCells(sheets[sheet]?.merges ?? [])),
  };
}

async function* rowsOf(file: Buffer, sheet: number, merged: MergedCells): AsyncIterable<TableRow> {
  try {
    for await (const { index, values } of streamXlsxRows(file, { sheet })) {
      const number = index + 1;
      const row = tidyRow(number, merged.fill(number, values.map(cellOf)));
      if (row) yield row;
    }
  } catch (error) {
    if (error instanceof HucreError) throw new UnreadableFile('IMPORT.BROKEN_ARCHIVE', {}, { cause: error });
    throw error;
  }
}

/**
 * A cell merged downwards means the same in each of its rows: they get its value, as a category beside its items. Merged
 * across, it is a heading: only its first cell has the value.
 */
class MergedCells {
  private readonly byRow = new Map<number, Merge[]>();
  private readonly values = new Map<Merge, Cell>();

  constructor(merges: readonly Merge[]) {
    let filled = 0;
    for (const merge of merges) {
      for (let row = merge.top; row <= merge.bottom && filled < MAX_FILLED; row++, filled++) {
        this.byRow.set(row, [...(this.byRow.get(row) ?? []), merge]);
      }
    }
  }

  fill(row: number, cells: Cell[]): Cell[] {
    for (const merge of this.byRow.get(row) ?? []) {
      const column = merge.left - 1;
      if (row === merge.top) this.values.set(merge, cells[column] ?? null);
      else if (merge.left === merge.right) {
        while (cells.length <= column) cells.push(null);
        cells[column] = this.values.get(merge) ?? null;
      }
    }
    return cells;
  }
}

/** A merge over whole columns says a million rows. */
const MAX_FILLED = 200_000;

function cellOf(value: string | number | boolean | Date | null): Cell {
  if (!(value instanceof Date)) return value;
  return Number.isNaN(value.getTime()) ? null : value.toISOString().slice(0, 10);
}
