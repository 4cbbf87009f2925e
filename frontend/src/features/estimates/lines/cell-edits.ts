import { compareDecimals } from '@smet/money';
import type { VariantChange } from '../model/form-reducer';
import type { VariantForm } from '../model/types';
import { parseDiscount, parseQuantity } from '../model/variant-form';
import type { ColumnKey } from './columns';
import type { GridRow } from './grid-rows';

export interface Rights {
  readOnly: boolean;
  canDiscount: boolean;
}

const MANUAL = 'manual:';

/** The id of a line a person added; null for one the rules made and for what is no line. */
export const manualIdOf = (row: GridRow): string | null =>
  row.kind === 'line' && row.line.key.startsWith(MANUAL) ? row.line.key.slice(MANUAL.length) : null;

export function isEditable(row: GridRow, column: ColumnKey, { readOnly, canDiscount }: Rights): boolean {
  if (readOnly || row.kind !== 'line') return false;
  if (column === 'discount') return canDiscount;
  return column === 'quantity' && (manualIdOf(row) !== null || (row.line.roomId !== null && row.line.ruleKey !== null));
}

/** Spreadsheets write spaces between digits and signs behind them. */
const bare = (text: string): string => text.replaceAll(/[\s\u00a0\u202f]/g, '').replace(/%$/, '');

function quantityChange(row: Extract<GridRow, { kind: 'line' }>, quantity: string): VariantChange | null {
  const id = manualIdOf(row);
  if (id !== null) return { type: 'line-quantity', id, quantity };
  const { roomId, ruleKey, computedQuantity } = row.line;
  if (roomId === null || ruleKey === null) return null;
  const isComputed = computedQuantity !== null && compareDecimals(quantity, computedQuantity) === 0;
  return { type: 'override', roomId, ruleKey, quantity: isComputed ? null : quantity };
}

/** What a text in a cell changes; null when it cannot stand there. */
export function changeOf(row: GridRow, column: ColumnKey, text: string): VariantChange | null {
  if (row.kind !== 'line') return null;
  if (column === 'quantity') {
    const quantity = parseQuantity(bare(text));
    return quantity === null ? null : quantityChange(row, quantity);
  }
  if (column !== 'discount') return null;
  const typed = bare(text);
  if (typed !== '' && parseDiscount(typed) === null) return null;
  return { type: 'line-discount', lineKey: row.line.key, text: typed === '' ? null : typed };
}

/** What Delete does in a cell; null where there is nothing of a person's own to take away. */
export function clearOf(row: GridRow, column: ColumnKey, variant: VariantForm): VariantChange | null {
  if (row.kind !== 'line') return null;
  if (column === 'discount') {
    const hasOwn = variant.lineDiscounts.some(({ lineKey }) => lineKey === row.line.key);
    return hasOwn ? { type: 'line-discount', lineKey: row.line.key, text: null } : null;
  }
  const id = manualIdOf(row);
  if (id !== null) return column === 'quantity' || column === 'name' ? { type: 'remove-line', id } : null;
  const { roomId, ruleKey, overridden } = row.line;
  if (column !== 'quantity' || !overridden || roomId === null || ruleKey === null) return null;
  return { type: 'override', roomId, ruleKey, quantity: null };
}

/** The change that puts back what `change` replaces in this variant; null when there was nothing of it. */
export function inverseOf(change: VariantChange, variant: VariantForm): VariantChange | null {
  switch (change.type) {
    case 'override': {
      const known = variant.overrides.find(
        ({ roomId, ruleKey }) => roomId === change.roomId && ruleKey === change.ruleKey,
      );
      return { ...change, quantity: known?.quantity ?? null };
    }
    case 'line-quantity': {
      const known = variant.manualLines.find(({ id }) => id === change.id);
      return known ? { ...change, quantity: known.quantity } : null;
    }
    case 'line-discount': {
      const known = variant.lineDiscounts.find(({ lineKey }) => lineKey === change.lineKey);
      return { ...change, text: known?.text ?? null };
    }
    case 'remove-line': {
      const index = variant.manualLines.findIndex(({ id }) => id === change.id);
      const line = variant.manualLines[index];
      return line ? { type: 'restore-line', line, index } : null;
    }
    default:
      return null;
  }
}
