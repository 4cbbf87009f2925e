import type { ColumnKey } from './columns';

/** A cell by what it shows, so that it stays the same one while lines come and go around it. */
export interface Place {
  row: string;
  column: ColumnKey;
}

/** The cell that is worked in, and the one a block reaches to from it. */
export interface Selection {
  active: Place;
  end: Place;
}

/** What can be walked over: keys of the rows that are shown, and the columns. */
export interface GridShape {
  rows: readonly string[];
  columns: readonly ColumnKey[];
}

/** First and last row and column of a block, by index. */
export interface Block {
  top: number;
  bottom: number;
  left: number;
  right: number;
}

export interface Steps {
  rows?: number;
  columns?: number;
}

export const at = (place: Place): Selection => ({ active: place, end: place });

const clamp = (value: number, count: number): number => Math.max(0, Math.min(count - 1, value));

function indexOf({ rows, columns }: GridShape, { row, column }: Place): { row: number; column: number } | null {
  const found = { row: rows.indexOf(row), column: columns.indexOf(column) };
  return found.row < 0 || found.column < 0 ? null : found;
}

/** The cell so many steps away, the outermost one where there are fewer; null when the place is not shown or there is no cell. */
export function placeFrom(shape: GridShape, place: Place, { rows = 0, columns = 0 }: Steps): Place | null {
  const from = indexOf(shape, place);
  if (!from) return null;
  const row = shape.rows[clamp(from.row + rows, shape.rows.length)];
  const column = shape.columns[clamp(from.column + columns, shape.columns.length)];
  return row === undefined || column === undefined ? null : { row, column };
}

/** Null when a corner of the selection is not shown any more. */
export function blockOf(shape: GridShape, selection: Selection | null): Block | null {
  const [from, to] = selection ? [indexOf(shape, selection.active), indexOf(shape, selection.end)] : [null, null];
  if (!from || !to) return null;
  return {
    top: Math.min(from.row, to.row),
    bottom: Math.max(from.row, to.row),
    left: Math.min(from.column, to.column),
    right: Math.max(from.column, to.column),
  };
}

/** All cells of a block, row after row. */
export function placesOf({ rows, columns }: GridShape, { top, bottom, left, right }: Block): Place[][] {
  return rows.slice(top, bottom + 1).map((row) => columns.slice(left, right + 1).map((column) => ({ row, column })));
}

/** The next cell in reading order that `isWanted`, forwards or backwards; null when there is none. */
export function nextPlace(
  { rows, columns }: GridShape,
  from: Place,
  isWanted: (place: Place) => boolean,
  by: 1 | -1,
): Place | null {
  const start = indexOf({ rows, columns }, from);
  if (!start) return null;
  const count = rows.length * columns.length;
  for (let cell = start.row * columns.length + start.column + by; cell >= 0 && cell < count; cell += by) {
    const place = { row: rows[Math.floor(cell / columns.length)]!, column: columns[cell % columns.length]! };
    if (isWanted(place)) return place;
  }
  return null;
}
