import { Injectable } from '@nestjs/common';
import type { PriceListKind } from '@smet/database';
import type { ItemKind } from '@smet/estimating';
import type { Actor } from '../../../platform/access/index.js';
import { actorOf, isoText, type Transaction, Transactions } from '../../../platform/database/index.js';
import type { KeysetPosition } from '../../../platform/http/keyset-cursor.js';
import { withFields, type FieldCondition } from '../../custom-fields/index.js';
import { queryParams } from '../../visibility/index.js';
import type { PriceTerms } from '../prices/estimate-prices.js';
import { categoriesBelow, costOf, defaultList, NOW, priceInForce } from '../prices/price-sql.js';
import type { ItemSort, ItemState } from './dto/list-items.query.dto.js';

/** Raw columns: bigint arrives as text. */
export interface ItemRow {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly unit: string;
  readonly kind: ItemKind;
  readonly category: { readonly id: string; readonly name: string };
  readonly norm: string | null;
  readonly fields: Record<string, string | number | boolean>;
  readonly barcodes: string[];
  readonly pictures: string[];
  readonly state: ItemState;
  readonly version: number;
  readonly updatedAt: string;
  readonly price_minor: string | null;
  readonly dealer_minor: string | null;
  readonly cost_minor: string | null;
  readonly pay_minor: string | null;
}

/** Which prices are read beside what clients pay, and when. */
export interface ItemPrices {
  readonly withCost: boolean;
  readonly withDealer: boolean;
  /** Null: the default lists, now. */
  readonly terms: PriceTerms | null;
}

export interface ItemFilter extends ItemPrices {
  readonly text: string | null;
  readonly categoryId: string | null;
  readonly kind: ItemKind | null;
  readonly barcode: string | null;
  readonly state: ItemState;
  readonly fields: readonly FieldCondition[];
  readonly codes: readonly string[] | null;
  readonly sort: ItemSort;
  readonly after: KeysetPosition | null;
  readonly limit: number;
}

type AddParam = (value: unknown) => string;

/** More hits than this mean that the search says too little. */
const SEARCH_LIMIT = 1000;

const STATE = `case when i.deleted_at is not null then 'deleted' when i.archived_at is not null then 'archived' else 'active' end`;
const IN_STATE: Readonly<Record<ItemState, string>> = {
  active: 'i.archived_at is null and i.deleted_at is null',
  archived: 'i.archived_at is not null and i.deleted_at is null',
  deleted: 'i.deleted_at is not null',
};
const SORT_COLUMNS: Readonly<Record<string, string>> = { name: 'name', code: 'code', updatedAt: 'updated_at' };

const NO_PRICE = 'select null::bigint as amount_minor';

/** Selects items `i` of `from` with what hangs on them and their prices. */
function itemRows(from: string, { withCost, withDealer, terms }: ItemPrices, param: AddParam): string {
  const at = terms === null ? NOW : param(terms.at);
  const list = (kind: PriceListKind, id: string | null | undefined) => (terms === null ? defaultList(kind) : param(id));
  const price = (kind: PriceListKind, id: string | null | undefined) => priceInForce(list(kind, id), at);
  return `
    select i.id, i.code, i.name, i.unit, i.kind, json_build_object('id', c.id, 'name', c.name) as category, i.norm,
           i.fields, ${STATE} as state, i.version, ${isoText('i.updated_at')} as "updatedAt",
           coalesce((select json_agg(b.barcode order by b.position, b.id) from item_barcodes b
                      where b.organization_id = i.organization_id and b.item_id = i.id), '[]') as barcodes,
           coalesce((select json_agg(f.file_id order by f.position, f.id) from item_pictures f
                      where f.organization_id = i.organization_id and f.item_id = i.id), '[]') as pictures,
           (${price('sale', terms?.priceListId)}) as price_minor, dealer.amount_minor as dealer_minor,
           ${costOf('purchase.amount_minor', 'pay.amount_minor')} as cost_minor, pay.amount_minor as pay_minor
      from ${from} i join categories c on c.id = i.category_id
      left join lateral (${withDealer ? price('dealer', terms?.dealerListId) : NO_PRICE}) dealer on true
      left join lateral (${withCost ? price('cost', terms?.costListId) : NO_PRICE}) purchase on true
      left join lateral (${withCost ? price('pay', terms?.payListId) : NO_PRICE}) pay on true`;
}

/** Reads items. */
@Injectable()
export class ItemsRepository {
  constructor(private readonly transactions: Transactions) {}

  /** One statement in one round trip: the page is cut first, what hangs on its rows is read for them only. */
  list(actor: Actor, filter: ItemFilter): Promise<ItemRow[]> {
    const { params, param } = queryParams();
    const column = SORT_COLUMNS[filter.sort.replace('-', '')] ?? 'name';
    const [direction, beyond] = filter.sort.startsWith('-') ? ['desc', '<'] : ['asc', '>'];
    const order = `order by i.${column} ${direction}, i.id ${direction}`;
    const where = [`i.organization_id = ${param(actor.organizationId)}`, ...filterConditions(filter, param)];
    if (filter.after !== null) {
      where.push(`(i.${column}, i.id) ${beyond} (${filter.after.map(param).join(', ')})`);
    }
    const sql = `
      with page as materialized (
        select i.* from items i where ${where.join(' and ')} ${order} limit ${param(filter.limit + 1)})
      ${itemRows('page', filter, param)} ${order}`;
    return this.transactions.read<ItemRow>(actor, sql, params);
  }

  async find(source: Actor | Transaction, id: string, prices: ItemPrices): Promise<ItemRow | null> {
    const { params, param } = queryParams();
    const where = `i.organization_id = ${param(actorOf(source).organizationId)} and i.id = ${param(id)}`;
    const rows = await this.transactions.query<ItemRow>(
      source,
      `${itemRows('items', prices, param)} where ${where}`,
      params,
    );
    return rows[0] ?? null;
  }

  /** The lists with a price of the item that holds or will hold. */
  listPriceLists(source: Actor | Transaction, itemId: string): Promise<{ id: string; name: string }[]> {
    const sql = `
      select l.id, l.name from price_lists l
       where l.archived_at is null and exists (
         select from prices p where p.price_list_id = l.id and p.item_id = $1 and p.withdrawn_at is null)
       order by l.name`;
    return this.transactions.query(source, sql, [itemId]);
  }
}

function filterConditions(filter: ItemFilter, param: AddParam): string[] {
  const { state } = filter;
  const where = [IN_STATE[state]];
  if (filter.categoryId !== null) where.push(`i.category_id in ${categoriesBelow(`= ${param(filter.categoryId)}`)}`);
  if (filter.kind !== null) where.push(`i.kind = ${param(filter.kind)}`);
  if (filter.codes !== null) where.push(`i.code = any(${param(filter.codes)}::text[])`);
  if (filter.barcode !== null) {
    where.push(`i.id in (select b.item_id from item_barcodes b where b.barcode = ${param(filter.barcode)})`);
  }
  if (filter.text !== null) {
    where.push(`i.id in (select search_item_ids(${param(filter.text)}, ${SEARCH_LIMIT}, ${param(state)}))`);
  }
  const byFields = withFields('item', 'i', filter.fields, param);
  return byFields === null ? where : [...where, byFields];
}
