import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/access/index.js';
import { actorOf, isoText, type Transaction, Transactions } from '../../../platform/database/index.js';
import type { KeysetPosition } from '../../../platform/http/keyset-cursor.js';
import { queryParams } from '../../visibility/index.js';
import type { PriceHistoryEntryDto, PriceRowDto } from './dto/price.dto.js';
import { readableKinds } from './price-rights.js';
import { categoriesBelow, NOW, priceInForce } from './price-sql.js';

/** Raw columns: bigint arrives as text. */
export type PriceTableRow = Omit<PriceRowDto, 'amountMinor'> & { readonly amount: string | null };
export type PriceHistoryRow = Omit<PriceHistoryEntryDto, 'amountMinor'> & { readonly amount: string };

export interface PriceChangeRow {
  readonly itemId: string;
  readonly code: string;
  readonly name: string;
  readonly unit: string;
  readonly before: string | null;
  readonly after: string | null;
}

export interface PricePageFilter {
  readonly after: KeysetPosition | null;
  readonly limit: number;
}

export interface PriceTableFilter extends PricePageFilter {
  readonly text: string | null;
  readonly categoryId: string | null;
  /** Null: now. */
  readonly at: string | null;
}

export interface Period {
  readonly from: string;
  readonly to: string;
}

type AddParam = (value: unknown) => string;

const SEARCH_LIMIT = 1000;

const PERSON = (alias: string) =>
  `case when ${alias}.id is not null then json_build_object('id', ${alias}.id, 'name', ${alias}.name) end`;

/** Selects items `i` of `from` with their price in the list at a moment and the next one to come. */
const tableRows = (from: string, list: string, at: string) => `
  select i.id as "itemId", i.code, i.name, i.unit, i.kind, json_build_object('id', c.id, 'name', c.name) as category,
         price.id as "priceId", price.amount_minor as amount, ${isoText('price.valid_from')} as "validFrom",
         case when later.id is not null then json_build_object('id', later.id, 'amountMinor', later.amount_minor,
              'validFrom', ${isoText('later.valid_from')}) end as planned
    from ${from} i join categories c on c.id = i.category_id
    left join lateral (${priceInForce(list, at, 'p.id, p.amount_minor, p.valid_from')}) price on true
    left join lateral (
      select p.id, p.amount_minor, p.valid_from from prices p
       where p.price_list_id = ${list} and p.item_id = i.id and p.valid_from > ${at} and p.withdrawn_at is null
       order by p.valid_from limit 1) later on true`;

/** Reads prices; whether the actor may read the list was asked before. */
@Injectable()
export class PricesRepository {
  constructor(private readonly transactions: Transactions) {}

  /** The items that are offered, by name, each with its price in the list. */
  table(actor: Actor, listId: string, filter: PriceTableFilter): Promise<PriceTableRow[]> {
    const { params, param } = queryParams();
    const where = [
      `i.organization_id = ${param(actor.organizationId)}`,
      'i.archived_at is null',
      'i.deleted_at is null',
      ...after(filter, param),
    ];
    if (filter.categoryId !== null) where.push(`i.category_id in ${categoriesBelow(`= ${param(filter.categoryId)}`)}`);
    if (filter.text !== null) where.push(`i.id in (select search_item_ids(${param(filter.text)}, ${SEARCH_LIMIT}))`);
    const at = filter.at === null ? NOW : `${param(filter.at)}::timestamptz`;
    const sql = `
      with page as materialized (
        select i.* from items i where ${where.join(' and ')} order by i.name, i.id limit ${param(filter.limit + 1)})
      ${tableRows('page', param(listId), at)} order by i.name, i.id`;
    return this.transactions.read<PriceTableRow>(actor, sql, params);
  }

  /** One row of the table, whatever the item's state but the trash. */
  async findRow(source: Actor | Transaction, listId: string, itemId: string): Promise<PriceTableRow | null> {
    const sql = `${tableRows('items', '$1', NOW)} where i.id = $2 and i.deleted_at is null`;
    const [row] = await this.transactions.query<PriceTableRow>(source, sql, [listId, itemId]);
    return row ?? null;
  }

  /** The list and the item of a price that is not withdrawn, of a list the actor may read. */
  async findPlace(source: Actor | Transaction, priceId: string): Promise<{ listId: string; itemId: string } | null> {
    const sql = `
      select p.price_list_id as "listId", p.item_id as "itemId"
        from prices p join price_lists l on l.id = p.price_list_id
       where p.id = $1 and p.withdrawn_at is null and l.kind = any($2::text[])`;
    const params = [priceId, readableKinds(actorOf(source))];
    const [place] = await this.transactions.query<{ listId: string; itemId: string }>(source, sql, params);
    return place ?? null;
  }

  /** Every price of the item in the lists the actor may read, newest first. */
  history(actor: Actor, itemId: string, filter: PricePageFilter): Promise<PriceHistoryRow[]> {
    const { params, param } = queryParams();
    const where = [
      `p.organization_id = ${param(actor.organizationId)}`,
      `p.item_id = ${param(itemId)}`,
      `l.kind = any(${param(readableKinds(actor))}::text[])`,
    ];
    if (filter.after !== null) where.push(`(p.valid_from, p.id) < (${filter.after.map(param).join(', ')})`);
    const sql = `
      select p.id, p.price_list_id as "priceListId", p.amount_minor as amount, ${isoText('p.valid_from')} as "validFrom",
             ${isoText('p.created_at')} as "createdAt", ${PERSON('u')} as "createdBy", p.batch_id as "batchId",
             ${isoText('p.withdrawn_at')} as "withdrawnAt"
        from prices p join price_lists l on l.id = p.price_list_id left join users u on u.id = p.created_by
       where ${where.join(' and ')}
       order by p.valid_from desc, p.id desc limit ${param(filter.limit + 1)}`;
    return this.transactions.read<PriceHistoryRow>(actor, sql, params);
  }

  /** Items whose price in the list at the end of the period is another than at its beginning, by name. */
  changes(actor: Actor, listId: string, { from, to }: Period, filter: PricePageFilter): Promise<PriceChangeRow[]> {
    const { params, param } = queryParams();
    const [list, since, until] = [param(listId), `${param(from)}::timestamptz`, `${param(to)}::timestamptz`];
    const where = [
      `i.organization_id = ${param(actor.organizationId)}`,
      'i.deleted_at is null',
      'before.amount_minor is distinct from now.amount_minor',
      ...after(filter, param),
    ];
    const sql = `
      with touched as materialized (
        select distinct p.item_id from prices p
         where p.price_list_id = ${list}
           and (p.valid_from > ${since} and p.valid_from <= ${until}
             or p.withdrawn_at > ${since} and p.withdrawn_at <= ${until}))
      select i.id as "itemId", i.code, i.name, i.unit, before.amount_minor as before, now.amount_minor as after
        from touched t join items i on i.id = t.item_id
        left join lateral (${priceInForce(list, since)}) before on true
        left join lateral (${priceInForce(list, until)}) now on true
       where ${where.join(' and ')} order by i.name, i.id limit ${param(filter.limit + 1)}`;
    return this.transactions.read<PriceChangeRow>(actor, sql, params);
  }
}

function after(filter: PricePageFilter, param: AddParam): string[] {
  return filter.after === null ? [] : [`(i.name, i.id) > (${filter.after.map(param).join(', ')})`];
}
