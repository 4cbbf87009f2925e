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
  select p.id, p.amount_minor, p.valid_from from prices p
   where p.price_list_id = ${list} and p.item_id = ${item} and p.valid_from <= ${at} and p.withdrawn_at is null
   order by p.valid_from desc limit 1`;

/**
 * Which of the prices that are asked for can be written: all of an item or none. Those that are not any more what they were
 * compared with cannot.
 */
const WRITABLE = `
  with asked as (
    select r.*, case when now_in.valid_from = $1::timestamptz then now_in.id end as overwritten_id,
           case when now_in.valid_from = $1::timestamptz then now_in.amount_minor end as overwritten,
           now_in.amount_minor is not distinct from r.was
             and exists (select from items i where i.id = r.item_id)
             and exists (select from price_lists l where l.id = r.list_id) as fits
      from unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::bigint[], $6::bigint[])
        as r (id, item_id, list_id, amount_minor, was)
      left join lateral (${LATEST('r.item_id', 'r.list_id', '$1::timestamptz')}) now_in on true
  )
  select id, item_id, list_id, amount_minor, overwritten_id, overwritten
    from (select *, bool_and(fits) over (partition by item_id) as all_fit from asked) judged where all_fit`;

interface WritablePrice extends PlacedPrice {
  readonly id: string;
  readonly amount_minor: string;
  readonly overwritten_id: string | null;
}

/** Prices by the thousand. As everywhere, amounts are never changed and rows never deleted: they are withdrawn. */
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
    const manager = managerOf(tx);
    await this.lockLists(tx, prices);
    const whole = await manager.query<WritablePrice[]>(WRITABLE, [
      at,
      prices.map(({ id }) => id),
      prices.map(({ itemId }) => itemId),
      prices.map(({ listId }) => listId),
      prices.map(({ amountMinor }) => amountMinor),
      prices.map(({ was }) => was),
    ]);
    await manager.query(`update prices set withdrawn_at = statement_timestamp() where id = any($1::uuid[])`, [
      whole.flatMap(({ overwritten_id }) => overwritten_id ?? []),
    ]);
    await manager.query(
      `insert into prices (id, organization_id, price_list_id, item_id, amount_minor, valid_from, created_at, created_by)
       select r.id, $1, r.list_id, r.item_id, r.amount_minor, $2, statement_timestamp(), $3
         from unnest($4::uuid[], $5::uuid[], $6::uuid[], $7::bigint[]) as r (id, list_id, item_id, amount_minor)`,
      [
        tx.actor.organizationId,
        at,
        tx.actor.userId,
        whole.map(({ id }) => id),
        whole.map(({ list_id }) => list_id),
        whole.map(({ item_id }) => item_id),
        whole.map(({ amount_minor }) => amount_minor),
      ],
    );
    return whole;
  }

  /** Those taken back; what they overwrote is back in their place. The others have another amount by now. */
  async takeBack(
    tx: Transaction,
    prices: readonly WrittenPrice[],
    at: string,
  ): Promise<Omit<PlacedPrice, 'overwritten'>[]> {
    if (prices.length === 0) return [];
    const manager = managerOf(tx);
    await this.lockLists(tx, prices);
    const params = [
      at,
      prices.map(({ itemId }) => itemId),
      prices.map(({ listId }) => listId),
      prices.map(({ amountMinor }) => amountMinor),
    ];
    const [back] = await manager.query<[Omit<PlacedPrice, 'overwritten'>[], number]>(
      `update prices p set withdrawn_at = statement_timestamp()
         from unnest($2::uuid[], $3::uuid[], $4::bigint[]) as r (item_id, list_id, amount_minor)
        where p.price_list_id = r.list_id and p.item_id = r.item_id and p.valid_from = $1::timestamptz
          and p.amount_minor = r.amount_minor and p.withdrawn_at is null
       returning p.item_id, p.price_list_id as list_id`,
      params,
    );
    const gone = new Set(back.map(({ item_id, list_id }) => `${item_id} ${list_id}`));
    const returned = prices.filter(
      ({ itemId, listId, overwritten }) => overwritten !== null && gone.has(`${itemId} ${listId}`),
    );
    await manager.query(
      `update prices p set withdrawn_at = null
         from unnest($2::uuid[], $3::uuid[], $4::bigint[]) as r (item_id, list_id, amount_minor)
        where p.id = (select q.id from prices q
                       where q.price_list_id = r.list_id and q.item_id = r.item_id and q.valid_from = $1::timestamptz
                         and q.amount_minor = r.amount_minor and q.withdrawn_at is not null
                       order by q.created_at desc limit 1)`,
      [
        at,
        returned.map(({ itemId }) => itemId),
        returned.map(({ listId }) => listId),
        returned.map(({ overwritten }) => overwritten),
      ],
    );
    return back;
  }

  /** Prices of a list are written one after another, see `PriceLists.lockForPrices`. */
  private async lockLists(tx: Transaction, prices: readonly { readonly listId: string }[]): Promise<void> {
    const ids = [...new Set(prices.map(({ listId }) => listId))];
    const sql = `select from price_lists where id = any($1::uuid[]) order by id for no key update`;
    await managerOf(tx).query(sql, [ids]);
  }
}
