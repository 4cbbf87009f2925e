import { Injectable } from '@nestjs/common';
import type { ItemKind } from '@smet/estimating';
import type { Actor } from '../../platform/access/index.js';
import { type Transaction, Transactions } from '../../platform/database/index.js';
import type { KeysetPosition } from '../../platform/http/keyset-cursor.js';
import type { PriceTerms } from './estimate-prices.js';

/** Raw columns: bigint arrives as text. */
export interface ItemRow {
  id: string;
  code: string;
  name: string;
  unit: string;
  kind: ItemKind;
  category_id: string;
  category_name: string;
  price_minor: string | null;
  cost_minor: string | null;
  pay_minor: string | null;
}

export interface CategoryRow {
  readonly id: string;
  readonly name: string;
}

export interface ItemFilter {
  readonly text: string | null;
  readonly categoryId: string | null;
  readonly codes: readonly string[] | null;
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
  category_id: string;
  kind: ItemKind;
  price_minor: string;
  /** Purchase and pay together. */
  cost_minor: string | null;
  pay_minor: string | null;
  dealer_minor: string | null;
}

export interface PriceBookFilter extends PriceTerms {
  readonly codes: readonly string[];
}

export interface DefaultPriceLists {
  readonly priceListId: string | null;
  readonly costListId: string | null;
  readonly payListId: string | null;
  readonly dealerListId: string | null;
}

/** More hits than this mean that the search says too little. */
const SEARCH_LIMIT = 1000;

interface DefaultListRow {
  readonly id: string;
  readonly kind: ListKind;
}

type ListKind = 'sale' | 'cost' | 'dealer' | 'pay';

/** At most one list of a kind is the default; where there is none, nothing has that price. */
const defaultList = (kind: ListKind) => `(select l.id from price_lists l where l.kind = '${kind}' and l.is_default)`;

const listPrice = (list: string, at: string) => `
  select p.amount_minor from prices p
   where p.price_list_id = ${list} and p.item_id = i.id and p.valid_from <= ${at}
   order by p.valid_from desc limit 1`;

/**
 * What a unit costs the firm: what is paid for the thing and to the installer. A material whose purchase nobody knows costs
 * nobody knows what; work and services need not be bought.
 */
const COST = `
  case when purchase.amount_minor is not null then purchase.amount_minor + coalesce(pay.amount_minor, 0)
       when i.kind <> 'material' then pay.amount_minor end`;

const PRICE_BOOK = `
  select i.id as item_id, i.code, i.name, i.unit, i.category_id, i.kind, price.amount_minor as price_minor,
         ${COST} as cost_minor, pay.amount_minor as pay_minor,
         dealer.amount_minor as dealer_minor
    from items i
    join lateral (${listPrice('$2', '$4')}) price on true
    left join lateral (${listPrice('$3', '$4')}) purchase on true
    left join lateral (${listPrice('$5', '$4')}) pay on true
    left join lateral (${listPrice('$6', '$4')}) dealer on true
   where i.code = any($1::text[])
   order by i.code`;

/** The subqueries of an item's prices: as an estimate bills, or of the default lists now. */
function itemPrices(terms: PriceTerms | null, param: (value: unknown) => string) {
  const at = terms === null ? 'now()' : param(terms.at);
  const list = (kind: ListKind, id: string | null | undefined) => (terms === null ? defaultList(kind) : param(id));
  return {
    sale: listPrice(list('sale', terms?.priceListId), at),
    purchase: () => listPrice(list('cost', terms?.costListId), at),
    pay: () => listPrice(list('pay', terms?.payListId), at),
  };
}

@Injectable()
export class NomenclatureRepository {
  constructor(private readonly transactions: Transactions) {}

  listItems(actor: Actor, filter: ItemFilter): Promise<ItemRow[]> {
    const params: unknown[] = [];
    const param = (value: unknown) => `$${params.push(value)}`;
    const where = ['i.archived_at is null'];
    if (filter.categoryId !== null) where.push(`i.category_id = ${param(filter.categoryId)}`);
    if (filter.codes !== null) where.push(`i.code = any(${param(filter.codes)}::text[])`);
    if (filter.text !== null) where.push(`i.id in (select search_item_ids(${param(filter.text)}, ${SEARCH_LIMIT}))`);
    if (filter.after !== null) where.push(`(i.name, i.id) > (${filter.after.map(param).join(', ')})`);
    const { sale, purchase, pay } = itemPrices(filter.terms, param);
    const costs = filter.withCost
      ? `left join lateral (${purchase()}) purchase on true left join lateral (${pay()}) pay on true`
      : 'cross join (select null::bigint as amount_minor) purchase cross join (select null::bigint as amount_minor) pay';
    const sql = `
      select i.id, i.code, i.name, i.unit, i.kind, c.id as category_id, c.name as category_name,
             (${sale}) as price_minor, ${COST} as cost_minor,
             pay.amount_minor as pay_minor
        from items i join categories c on c.id = i.category_id ${costs}
       where ${where.join(' and ')}
       order by i.name, i.id
       limit ${param(filter.limit + 1)}`;
    return this.transactions.read<ItemRow>(actor, sql, params);
  }

  /** Archived items stay priced: an estimate made before goes on with them. */
  readPriceBook(source: Actor | Transaction, filter: PriceBookFilter): Promise<PricedItemRow[]> {
    const { codes, priceListId, costListId, payListId, dealerListId, at } = filter;
    const params = [codes, priceListId, costListId, at, payListId, dealerListId];
    return this.transactions.query<PricedItemRow>(source, PRICE_BOOK, params);
  }

  /** In the order the organization gave them. */
  listCategories(source: Actor | Transaction): Promise<CategoryRow[]> {
    const sql = `select id, name from categories order by sort, name, id`;
    return this.transactions.query<CategoryRow>(source, sql);
  }

  async findDefaultPriceLists(source: Actor | Transaction): Promise<DefaultPriceLists> {
    const sql = `select id, kind from price_lists where is_default`;
    const rows = await this.transactions.query<DefaultListRow>(source, sql);
    const idOf = (kind: ListKind) => rows.find((row) => row.kind === kind)?.id ?? null;
    return {
      priceListId: idOf('sale'),
      costListId: idOf('cost'),
      payListId: idOf('pay'),
      dealerListId: idOf('dealer'),
    };
  }
}
