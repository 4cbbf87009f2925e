import type { VariantChange } from '../model/form-reducer';
import { changeOf, isEditable } from './cell-edits';
import type { Rights } from './cell-edits';
import type { ColumnKey } from './columns';
import type { GridRow } from './grid-rows';
import { blockOf, placesOf } from './selection';
import type { GridShape, Place, Selection } from './selection';

/** A value that could not be taken: where it would have stood, and why. */
export interface RefusedValue {
  text: string;
  /** Null: there was no line left for it. */
  rowName: string | null;
  column: ColumnKey | null;
  reason: 'not-editable' | 'not-a-number' | 'no-line' | 'no-column';
}

export interface PastedCells {
  changes: VariantChange[];
  refused: RefusedValue[];
  /** What the block covers, to be shown as selected. */
  covered: Selection | null;
}

interface PasteInput {
  shape: GridShape;
  rows: ReadonlyMap<string, GridRow>;
  selection: Selection;
  rights: Rights;
  block: readonly (readonly string[])[];
}

/** One value goes into every cell that is selected; a block goes from the upper left one on. */
function targetOf({ shape, selection, block }: PasteInput): { from: Place; height: number; width: number } | null {
  const chosen = blockOf(shape, selection);
  const from = chosen && placesOf(shape, chosen)[0]?.[0];
  if (!chosen || !from) return null;
  const isOne = block.length === 1 && block[0]?.length === 1;
  if (!isOne) return { from, height: block.length, width: Math.max(...block.map((row) => row.length)) };
  return { from, height: chosen.bottom - chosen.top + 1, width: chosen.right - chosen.left + 1 };
}

/** What a pasted block changes in the lines that are shown. Nothing is dropped: what does not fit is named. */
export function pasteCells(input: PasteInput): PastedCells {
  const { shape, rows, rights, block } = input;
  const pasted: PastedCells = { changes: [], refused: [], covered: null };
  const target = targetOf(input);
  if (!target) return pasted;
  const top = shape.rows.indexOf(target.from.row);
  const left = shape.columns.indexOf(target.from.column);
  for (let down = 0; down < target.height; down += 1) {
    for (let right = 0; right < target.width; right += 1) {
      const text = block[down % block.length]?.[block.length === 1 && block[0]?.length === 1 ? 0 : right];
      if (text === undefined || text === '') continue;
      pasteOne(pasted, {
        text,
        rights,
        row: rows.get(shape.rows[top + down] ?? ''),
        column: shape.columns[left + right],
      });
    }
  }
  const end = {
    row: shape.rows[Math.min(top + target.height, shape.rows.length) - 1] ?? target.from.row,
    column: shape.columns[Math.min(left + target.width, shape.columns.length) - 1] ?? target.from.column,
  };
  pasted.covered = { active: target.from, end };
  return pasted;
}

interface OneValue {
  text: string;
  rights: Rights;
  row: GridRow | undefined;
  column: ColumnKey | undefined;
}

function pasteOne({ changes, refused }: PastedCells, { text, rights, row, column }: OneValue): void {
  const rowName = row ? (row.kind === 'line' ? row.line.name : row.adjustment.name) : null;
  const refuse = (reason: RefusedValue['reason']): void => {
    refused.push({ text, rowName, column: column ?? null, reason });
  };
  if (!row) refuse('no-line');
  else if (!column) refuse('no-column');
  else if (!isEditable(row, column, rights)) refuse('not-editable');
  else {
    const change = changeOf(row, column, text);
    if (change) changes.push(change);
    else refuse('not-a-number');
  }
}
