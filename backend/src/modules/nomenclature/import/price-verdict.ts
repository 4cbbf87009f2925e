import type { MappedRow, RowVerdict } from '../../imports/index.js';
import { RowReader } from './cells.js';
import { MAX_CODE } from './item-columns.js';
import { listKey } from './price-columns.js';
import type { PriceThen, PricedCode } from './prices-import.repository.js';

/** Amounts in minor units by the keys of the lists. */
export type PriceValues = Readonly<Record<string, number>>;

/** Prices at a moment, by item and list. */
export class Prices {
  private readonly amounts: ReadonlyMap<string, number>;

  constructor(rows: readonly PriceThen[]) {
    this.amounts = new Map(rows.map((row) => [`${row.item_id} ${row.list_id}`, Number(row.amount_minor)]));
  }

  of(itemId: string, listId: string): number | null {
    return this.amounts.get(`${itemId} ${listId}`) ?? null;
  }
}

interface Surroundings {
  readonly items: ReadonlyMap<string, PricedCode>;
  readonly listIds: readonly string[];
  readonly prices: Prices;
}

/** What a row will do to the prices as they are: new where the item had none in these lists. */
export function judgePrices(row: MappedRow, { items, listIds, prices }: Surroundings): RowVerdict {
  const reader = new RowReader(row);
  const code = reader.required('code', MAX_CODE);
  const amounts = listIds.map((listId) => [listId, reader.money(listKey(listId))] as const);
  const item = code === null ? undefined : items.get(code);
  const problems = [...reader.problems];
  if (code !== null && !item) problems.push({ column: 'code', code: 'NO_SUCH_ITEM', params: { value: code } });
  const said = amounts.flatMap(([listId, minor]) => (minor === null ? [] : [[listKey(listId), minor] as const]));
  const values = { code, ...Object.fromEntries(said) };
  const verdict = { rowNumber: row.rowNumber, key: code, values, targetId: null, targetVersion: null, before: null };
  if (!item || problems.length > 0) return { ...verdict, action: 'faulty', problems };
  const before: Record<string, number | null> = {};
  for (const [listId, minor] of amounts) {
    const was = prices.of(item.id, listId);
    if (minor !== null && minor !== was) before[listKey(listId)] = was;
  }
  const known = { ...verdict, targetId: item.id, problems };
  const changes = Object.values(before);
  if (changes.length === 0) return { ...known, action: 'unchanged' };
  return { ...known, before, action: changes.every((was) => was === null) ? 'new' : 'changed' };
}
