import type { EstimateLine } from '@smet/estimating';

/** Columns of the lines in the order shown; the last four are what the client does not see. */
export const COLUMNS = [
  'name',
  'quantity',
  'unit',
  'price',
  'discount',
  'sum',
  'cost',
  'margin',
  'pay',
  'dealer',
] as const;
export type ColumnKey = (typeof COLUMNS)[number];

/** A line without its name, quantity or sum says nothing; the others a person may put away. */
const FIXED: ReadonlySet<ColumnKey> = new Set(['name', 'quantity', 'sum']);

/** In pixels; the name takes what is left. */
const WIDTHS: Record<ColumnKey, number> = {
  name: 140,
  quantity: 70,
  unit: 34,
  price: 80,
  discount: 52,
  sum: 98,
  cost: 98,
  margin: 98,
  pay: 90,
  dealer: 98,
};

/** The columns the reader's data has anything for. */
export function availableColumns(lines: readonly EstimateLine[]): ColumnKey[] {
  const hasCost = lines.some(({ costSumMinor }) => costSumMinor !== undefined);
  const known: Partial<Record<ColumnKey, boolean>> = {
    cost: hasCost,
    margin: hasCost,
    pay: lines.some(({ paySumMinor }) => paySumMinor !== undefined),
    dealer: lines.some(({ dealerSumMinor }) => dealerSumMinor !== undefined),
  };
  return COLUMNS.filter((column) => known[column] ?? true);
}

export const isFixed = (column: ColumnKey): boolean => FIXED.has(column);

/** For `grid-template-columns`, the same in every row, and the least width all of them need. */
export function layoutOf(columns: readonly ColumnKey[]): { template: string; leastWidth: number } {
  const template = columns.map((column) =>
    column === 'name' ? `minmax(${WIDTHS.name}px, 1fr)` : `${WIDTHS[column]}px`,
  );
  return { template: template.join(' '), leastWidth: columns.reduce((sum, column) => sum + WIDTHS[column], 0) };
}
