import { Injectable } from '@nestjs/common';
import type { PriceListKind } from '@smet/database';
import type { Actor } from '../../../platform/access/index.js';
import { managerOf, Transactions, type Transaction } from '../../../platform/database/index.js';

export interface PriceListRow {
  readonly id: string;
  readonly name: string;
  readonly kind: PriceListKind;
  readonly is_default: boolean;
}

/** What an item costs in a list at a moment; bigint as text. */
export interface PriceThen {
  readonly item_id: string;
  readonly list_id: string;
  readonly amount_minor: string;
}

/** A price to be written: `was` is the amount it was compared with. */
export interface NewPrice {
  readonly id: string;
  readonly itemId: string;
  readonly listId: string;
  readonly amountMinor: number;
  readonly was: number | null;
}

/** A written price to be taken back; `overwritten` is what stood at the same moment before. */
export interface WrittenPrice {
  readonly itemId: string;
  readonly listId: string;
  readonly amountMinor: number;
  readonly overwritten: number | null;
}

interface PlacedPrice {
  readonly item_id: string;
  readonly list_id: string;
  readonly overwritten: string | null;
}

export interface PricedCode {
  readonly code: string;
  readonly name: string;
  readonly id: string;
}

const LATEST = (item: string, list: string, at: string) => `
  select p.amount_minor, p.valid_from from prices p
   where p.price_list_id = ${list} and p.item_id = ${item} and p.valid_from <= ${at}
   order by p.valid_from desc limit 1`;

/** Prices by the thousand, each method one statement. */
@Injectable()
export class PricesImportRepository {
  constructor(private readonly transactions: Transactions) {}

  listPriceLists(source: Actor | Transaction): Promise<PriceListRow[]> {
    const sql = `select id, name, kind, is_default from price_lists order by is_default desc, kind, name`;
    return this.transactions.query<PriceListRow>(source, sql);
  }

  findItems(tx: Transaction, codes: readonly string[]): Promise<PricedCode[]> {
    return managerOf(tx).query<PricedCode[]>(`select id, code, name from items where code = any($1::text[])`, [codes]);
  }

  /** By code, after the given one. */
  listItems(actor: Actor, after: string, limit: number): Promise<PricedCode[]> {
    const sql = `select id, code, name from items where archived_at is null and code > $1 order by code limit $2`;
    return this.transactions.read<PricedCode>(actor, sql, [after, limit]);
  }

  /** The prices in force at a moment. */
  pricesAt(
    source: Actor | Transaction,
    { itemIds, listIds, at }: { itemIds: readonly string[]; listIds: readonly string[]; at: string },
  ): Promise<PriceThen[]> {
    const sql = `select i.id as item_id, l.id as list_id, now_in.amount_minor
      from unnest($1::uuid[]) as i (id) cross join unnest($2::uuid[]) as l (id)
      cross join lateral (${LATEST('i.id', 'l.id', '$3::timestamptz')}) now_in`;
    return this.transactions.query<PriceThen>(source, sql, [itemIds, listIds, at]);
  }

  /** Those written: all of an item or none. The others are not any more what they were compared with. */
  async write(tx: Transaction, prices: readonly NewPrice[], at: string): Promise<PlacedPrice[]> {
    if (prices.length === 0) return [];
    return managerOf(tx).query<PlacedPrice[]>(
      `with asked as (
         select r.*, case when now_in.valid_from = $2::timestamptz then now_in.amount_minor end as overwritten,
                now_in.amount_minor is not distinct from r.was
                  and exists (select from items i where i.id = r.item_id)
                  and exists (select from price_lists l where l.id = r.list_id) as fits
           from unnest($3::uuid[], $4::uuid[], $5::uuid[], $6::bigint[], $7::bigint[])
             as r (id, item_id, list_id, amount_minor, was)
           left join lateral (${LATEST('r.item_id', 'r.list_id', '$2::timestamptz')}) now_in on true
       ), whole as (
         select * from (select *, bool_and(fits) over (partition by item_id) as all_fit from asked) judged where all_fit
       ), written as (
         insert into prices (id, organization_id, price_list_id, item_id, amount_minor, valid_from)
         select id, $1, list_id, item_id, amount_minor, $2 from whole
         on conflict on constraint uq_prices_price_list_id_item_id_valid_from
         do update set amount_minor = excluded.amount_minor
       )
       select item_id, list_id, overwritten from whole`,
      [
        tx.actor.organizationId,
        at,
        prices.map(({ id }) => id),
        prices.map(({ itemId }) => itemId),
        prices.map(({ listId }) => listId),
        prices.map(({ amountMinor }) => amountMinor),
        prices.map(({ was }) => was),
      ],
    );
  }

  /** Those taken back: deleted, or what they overwrote. The others have another amount by now. */
  async takeBack(
    tx: Transaction,
    prices: readonly WrittenPrice[],
    at: string,
  ): Promise<Omit<PlacedPrice, 'overwritten'>[]> {
    if (prices.length === 0) return [];
    return managerOf(tx).query<Omit<PlacedPrice, 'overwritten'>[]>(
      `with asked as (
         select * from unnest($2::uuid[], $3::uuid[], $4::bigint[], $5::bigint[])
           as r (item_id, list_id, amount_minor, overwritten)
       ), deleted as (
         delete from prices p using asked r
          where p.price_list_id = r.list_id and p.item_id = r.item_id and p.valid_from = $1::timestamptz
            and p.amount_minor = r.amount_minor and r.overwritten is null
         returning p.item_id, p.price_list_id as list_id
       ), restored as (
         update prices p set amount_minor = r.overwritten from asked r
          where p.price_list_id = r.list_id and p.item_id = r.item_id and p.valid_from = $1::timestamptz
            and p.amount_minor = r.amount_minor and r.overwritten is not null
         returning p.item_id, p.price_list_id as list_id
       )
       select * from deleted union all select * from restored`,
      [
        at,
        prices.map(({ itemId }) => itemId),
        prices.map(({ listId }) => listId),
        prices.map(({ amountMinor }) => amountMinor),
        prices.map(({ overwritten }) => overwritten),
      ],
    );
  }
}
