import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/index.js';
import { managerOf, Transactions, type Transaction } from '../../platform/database/index.js';
import type { KeysetPosition } from '../../platform/http/keyset-cursor.js';
import type { PriceTerms } from './estimate-prices.js';

/** Raw columns: bigint arrives as text. */
export interface ItemRow {
  id: string;
  code: string;
  name: string;
  unit: string;
  category_id: string;
  category_name: string;
  price_minor: string | null;
  cost_minor: string | null;
}

export interface ItemFilter {
  readonly text: string | null;
  readonly categoryId: string | null;
  readonly after: KeysetPosition | null;
  readonly limit: number;
  readonly withCost: boolean;
  /** Null: the default lists, now. */
  readonly terms: PriceTerms | null;
}

export interface PricedItemRow {
  item_id: string;
  code: string;
  name: string;
  unit: string;
  price_minor: string;
  cost_minor: string | null;
}

export interface PriceBookFilter extends PriceTerms {
  readonly codes: readonly string[];
}

export interface DefaultPriceLists {
  readonly priceListId: string | null;
  readonly costListId: string | null;
}

/** More hits than this mean that the search says too little. */
const SEARCH_LIMIT = 1000;

const defaultListPrice = (kind: 'sale' | 'cost') => `
  select p.amount_minor
    from prices p join price_lists l on l.id = p.price_list_id
   where l.kind = '${kind}' and l.is_default and p.item_id = i.id and p.valid_from <= now()
   order by p.valid_from desc limit 1`;

const listPrice = (list: string, at: string) => `
  select p.amount_minor from prices p
   where p.price_list_id = ${list} and p.item_id = i.id and p.valid_from <= ${at}
   order by p.valid_from desc limit 1`;

const PRICE_BOOK = `
  select i.id as item_id, i.code, i.name, i.unit, price.amount_minor as price_minor, cost.amount_minor as cost_minor
    from items i
    join lateral (${listPrice('$2', '$4')}) price on true
    left join lateral (${listPrice('$3', '$4')}) cost on true
   where i.code = any($1::text[])
   order by i.code`;

/** The subqueries of an item's sale and purchase price. */
function itemPrices(terms: PriceTerms | null, param: (value: unknown) => string): { sale: string; cost: () => string } {
  if (terms === null) return { sale: defaultListPrice('sale'), cost: () => defaultListPrice('cost') };
  const at = param(terms.at);
  return { sale: listPrice(param(terms.priceListId), at), cost: () => listPrice(param(terms.costListId), at) };
}

@Injectable()
export class NomenclatureRepository {
  constructor(private readonly transactions: Transactions) {}

  listItems(actor: Actor, filter: ItemFilter): Promise<ItemRow[]> {
    const params: unknown[] = [];
    const param = (value: unknown) => `$${params.push(value)}`;
    const where = ['i.archived_at is null'];
    if (filter.categoryId !== null) where.push(`i.category_id = ${param(filter.categoryId)}`);
    if (filter.text !== null) where.push(`i.id in (select search_item_ids(${param(filter.text)}, ${SEARCH_LIMIT}))`);
    if (filter.after !== null) where.push(`(i.name, i.id) > (${filter.after.map(param).join(', ')})`);
    const { sale, cost } = itemPrices(filter.terms, param);
    const sql = `
      select i.id, i.code, i.name, i.unit, c.id as category_id, c.name as category_name,
             (${sale}) as price_minor, ${filter.withCost ? `(${cost()})` : 'null'} as cost_minor
        from items i join categories c on c.id = i.category_id
       where ${where.join(' and ')}
       order by i.name, i.id
       limit ${param(filter.limit + 1)}`;
    return this.transactions.read<ItemRow>(actor, sql, params);
  }

  /** Archived items stay priced: an estimate made before goes on with them. */
  readPriceBook(source: Actor | Transaction, filter: PriceBookFilter): Promise<PricedItemRow[]> {
    const params = [filter.codes, filter.priceListId, filter.costListId, filter.at];
    return 'actor' in source
      ? managerOf(source).query<PricedItemRow[]>(PRICE_BOOK, params)
      : this.transactions.read<PricedItemRow>(source, PRICE_BOOK, params);
  }

  async findDefaultPriceLists(tx: Transaction): Promise<DefaultPriceLists> {
    const rows = await managerOf(tx).query<{ id: string; kind: 'sale' | 'cost' }[]>(
      `select id, kind from price_lists where is_default`,
    );
    const idOf = (kind: 'sale' | 'cost') => rows.find((row) => row.kind === kind)?.id ?? null;
    return { priceListId: idOf('sale'), costListId: idOf('cost') };
  }
}
