import { minorToDecimal } from '@smet/money';
import { formatDecimal, formatFixed } from '../../../shared/formatting';
import { percentText } from '../model/variant-form';
import type { ColumnKey } from './columns';
import type { GridRow } from './grid-rows';

const MONEY_DIGITS = 2;

/** Kopecks as people read them in a table whose head names the currency: `33 478,00`. */
export const amountText = (minor: number): string => formatFixed(minorToDecimal(minor), MONEY_DIGITS);

/** What is left of the line after its own discount and its cost, before the discount of the whole estimate and taxes. */
function marginOf(row: GridRow): number | null {
  if (row.kind === 'adjustment' || row.line.costSumMinor === undefined) return null;
  return row.line.sumMinor - (row.line.discount?.amountMinor ?? 0) - row.line.costSumMinor;
}

/** The amount in a money column; null where the row has none. */
export function amountOf(row: GridRow, column: ColumnKey): number | null {
  const { line } = row.kind === 'line' ? row : { line: null };
  switch (column) {
    case 'price':
      return line?.priceMinor ?? null;
    case 'sum':
      return line ? line.sumMinor : row.kind === 'adjustment' ? row.adjustment.sumMinor : null;
    case 'cost':
      return line?.costSumMinor ?? null;
    case 'margin':
      return marginOf(row);
    case 'pay':
      return line?.paySumMinor ?? null;
    case 'dealer':
      return line?.dealerSumMinor ?? null;
    default:
      return null;
  }
}

const plainNumber = (decimal: string): string => decimal.replace('.', ',');

/** Percentages of a coefficient are shown where quantities are: it is taken so many times. */
function quantityOf(row: GridRow): string {
  if (row.kind === 'line') return row.line.quantity;
  return '';
}

/** A cell as it is shown. `adjustmentName` names rows that are no lines. */
export function shownText(row: GridRow, column: ColumnKey, adjustmentName: string): string {
  if (column === 'name') return row.kind === 'line' ? row.line.name : adjustmentName;
  if (column === 'unit') return row.kind === 'line' ? row.line.unit : '';
  if (column === 'quantity') return row.kind === 'line' ? formatDecimal(quantityOf(row)) : '';
  if (column === 'discount') {
    return row.kind === 'line' && row.line.discount ? percentText(row.line.discount.percent) : '';
  }
  const amount = amountOf(row, column);
  return amount === null ? '' : amountText(amount);
}

/** A cell as a spreadsheet takes it: numbers with a comma and nothing between their digits. */
export function copiedText(row: GridRow, column: ColumnKey, adjustmentName: string): string {
  if (column === 'quantity') return plainNumber(quantityOf(row));
  const amount = amountOf(row, column);
  return amount === null ? shownText(row, column, adjustmentName) : plainNumber(minorToDecimal(amount));
}
