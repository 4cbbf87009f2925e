import type { Item } from '@smet/api-client';
import { parseQuantity } from '../model/variant-form';

/** A row that is to become a line: what it calls the item, and how much of it. */
export interface WantedRow {
  /** Of the pasted text, from 1. */
  number: number;
  /** Code or name of the item as it was written. */
  key: string;
  /** Null: the row has no number that can be a quantity. */
  quantity: string | null;
}

export type RefusalReason = 'unknown' | 'several' | 'no-price' | 'no-quantity';

export interface ResolvedRows {
  found: { number: number; item: Item; quantity: string }[];
  refused: { number: number; key: string; reason: RefusalReason }[];
}

const numberOf = (cell: string): string | null => parseQuantity(cell.replaceAll(/[\s\u00a0\u202f]/g, ''));
const isText = (cell: string): boolean => cell !== '' && numberOf(cell) === null;

/** Without the number lists begin with, where a text follows it: a code of figures alone stays what it is. */
const withoutNumber = (cells: string[]): string[] =>
  /^\d{1,4}\.?$/.test(cells[0] ?? '') && isText(cells[1] ?? '') ? cells.slice(1) : cells;

/** The first cell of a row names the item, the first number after it is the quantity. Empty rows are none. */
export function wantedRows(block: readonly (readonly string[])[]): WantedRow[] {
  return block.flatMap((row, index) => {
    const [key, ...rest] = withoutNumber(row.filter((cell) => cell !== ''));
    if (key === undefined) return [];
    const quantity = rest.map(numberOf).find((value) => value !== null && Number(value) > 0);
    return [{ number: index + 1, key, quantity: quantity ?? null }];
  });
}

/** Names differ in letters' size, in spaces and in ё more often than in what they mean. */
export const sameName = (name: string): string =>
  name.trim().toLowerCase().replaceAll('ё', 'е').replaceAll(/\s+/g, ' ');

/** Matches rows by code, otherwise by the whole name. A name two items have is nobody's: the person has to give the code. */
export function resolveRows(rows: readonly WantedRow[], items: readonly Item[]): ResolvedRows {
  const byCode = new Map(items.map((item) => [item.code.toLowerCase(), item]));
  const byName = new Map<string, Set<Item>>();
  for (const item of new Map(items.map((known) => [known.code, known])).values()) {
    byName.set(sameName(item.name), (byName.get(sameName(item.name)) ?? new Set()).add(item));
  }
  const resolved: ResolvedRows = { found: [], refused: [] };
  for (const { number, key, quantity } of rows) {
    const coded = byCode.get(key.toLowerCase());
    const named = [...(byName.get(sameName(key)) ?? [])];
    const item = coded ?? named[0];
    const reason = refusalOf(item, { isAmbiguous: !coded && named.length > 1, quantity });
    if (item && quantity !== null && reason === null) resolved.found.push({ number, item, quantity });
    else resolved.refused.push({ number, key, reason: reason ?? 'unknown' });
  }
  return resolved;
}

function refusalOf(
  item: Item | undefined,
  { isAmbiguous, quantity }: { isAmbiguous: boolean; quantity: string | null },
): RefusalReason | null {
  if (!item) return quantity === null ? 'no-quantity' : 'unknown';
  if (isAmbiguous) return 'several';
  if (item.priceMinor === null) return 'no-price';
  return quantity === null ? 'no-quantity' : null;
}
