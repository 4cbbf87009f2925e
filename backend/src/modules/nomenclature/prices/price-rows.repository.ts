import { Injectable } from '@nestjs/common';
import { newId, type PriceBatchKind } from '@smet/database';
import type { RepricingRounding } from '@smet/money';
import { isoText, managerOf, type Transaction } from '../../../platform/database/index.js';
import { priceInThePast } from '../nomenclature.errors.js';
import { priceInForce } from './price-sql.js';

export interface NewPrice {
  readonly itemId: string;
  /** Minor units, zero or more. */
  readonly amountMinor: number;
}

/** Where and from when prices are put. */
export interface PricePlace {
  readonly listId: string;
  /** Of `momentOf`. */
  readonly validFrom: string;
  /** Prices of one batch are taken back together. */
  readonly batchId: string | null;
}

export interface NewPriceBatch {
  readonly listId: string;
  readonly kind: PriceBatchKind;
  readonly count: number;
  /** Of a mass change only. */
  readonly percent: string | null;
  readonly rounding: RepricingRounding | null;
  readonly validFrom: string;
}

/**
 * What is newer than the price `b` of a batch: another of the same moment in its place, or a later one put since.
 */
const REPLACED = `
  b.withdrawn_at is not null or exists (
    select from prices n
     where n.price_list_id = b.price_list_id and n.item_id = b.item_id and n.valid_from > b.valid_from
       and n.created_at > b.created_at and n.withdrawn_at is null)`;

/**
 * A price that the batch replaced, and whose place another batch (or a person) took from it since, is now that one's to give
 * back (or nobody's).
 */
const HAND_OVER = `
  update prices r set withdrawn_by_batch_id = b.withdrawn_by_batch_id
    from prices b
   where r.withdrawn_by_batch_id = $1 and b.batch_id = $1 and b.withdrawn_at is not null
     and b.price_list_id = r.price_list_id and b.item_id = r.item_id and b.valid_from = r.valid_from`;

/**
 * Writes rows of prices. Whoever calls holds the lock of the list (`PriceLists.lockForPrices`): prices of a list are written
 * one after another.
 */
@Injectable()
export class PriceRowsRepository {
  /**
   * The moment (ISO 8601, UTC) from which prices that are put hold: now, later than everything put before, or the later one
   * that was asked for.
   * @throws AppError 422 PRICE.IN_THE_PAST
   */
  async momentOf(tx: Transaction, validFrom: string | undefined): Promise<string> {
    const [row] = await managerOf(tx).query<{ moment: string; past: boolean }[]>(
      `select ${isoText('m.moment')} as moment, m.moment < clock_timestamp() and $1::text is not null as past
         from (select coalesce($1::timestamptz, clock_timestamp()) as moment) m`,
      [validFrom ?? null],
    );
    if (!row) throw new Error('no moment');
    if (row.past) throw priceInThePast();
    return row.moment;
  }

  /** The amount in force at a moment; null where there is none. */
  async amountAt(tx: Transaction, listId: string, itemId: string, at: string): Promise<number | null> {
    const [row] = await managerOf(tx).query<{ amount: string }[]>(
      `select amount_minor as amount from items i cross join lateral (${priceInForce('$1', '$3')}) p where i.id = $2`,
      [listId, itemId, at],
    );
    return row ? Number(row.amount) : null;
  }

  /** Puts prices of different items; those that were to hold from the same moment are withdrawn. */
  async put(tx: Transaction, { listId, validFrom, batchId }: PricePlace, prices: readonly NewPrice[]): Promise<void> {
    const itemIds = prices.map(({ itemId }) => itemId);
    await managerOf(tx).query(
      `update prices set withdrawn_at = statement_timestamp(), withdrawn_by_batch_id = $4
        where price_list_id = $1 and item_id = any($2::uuid[]) and valid_from = $3 and withdrawn_at is null`,
      [listId, itemIds, validFrom, batchId],
    );
    await managerOf(tx).query(
      `insert into prices (id, organization_id, price_list_id, item_id, amount_minor, valid_from, created_at, created_by, batch_id)
       select p.id, $1, $2, p.item_id, p.amount, $3, statement_timestamp(), $4, $5
         from unnest($6::uuid[], $7::uuid[], $8::bigint[]) p (id, item_id, amount)`,
      [
        tx.actor.organizationId,
        listId,
        validFrom,
        tx.actor.userId,
        batchId,
        prices.map(() => newId()),
        itemIds,
        prices.map(({ amountMinor }) => amountMinor),
      ],
    );
  }

  /** Takes one price back. False when it was already. */
  async withdraw(tx: Transaction, priceId: string): Promise<boolean> {
    const [rows] = await managerOf(tx).query<[unknown[], number]>(
      `update prices set withdrawn_at = statement_timestamp() where id = $1 and withdrawn_at is null returning id`,
      [priceId],
    );
    return rows.length === 1;
  }

  /** The id of a new batch, to put prices with. */
  async openBatch(tx: Transaction, batch: NewPriceBatch): Promise<string> {
    const id = newId();
    await managerOf(tx).query(
      `insert into price_batches (id, organization_id, price_list_id, kind, count, percent, rounding_mode,
              rounding_step_minor, valid_from, created_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        id,
        tx.actor.organizationId,
        batch.listId,
        batch.kind,
        batch.count,
        batch.percent,
        batch.rounding?.mode ?? null,
        batch.rounding?.stepMinor ?? null,
        batch.validFrom,
        tx.actor.userId,
      ],
    );
    return id;
  }

  /**
   * Takes back all prices of a batch and gives back those it replaced; what was put over them since stays.
   * @returns how many had been replaced since, or null when the batch had been undone before
   */
  async undoBatch(tx: Transaction, batchId: string): Promise<number | null> {
    const manager = managerOf(tx);
    const [undone] = await manager.query<[unknown[], number]>(
      `update price_batches set undone_at = now(), undone_by = $2 where id = $1 and undone_at is null returning id`,
      [batchId, tx.actor.userId],
    );
    if (undone.length === 0) return null;
    const [kept] = await manager.query<{ n: number }[]>(
      `select count(*)::int as n from prices b where b.batch_id = $1 and (${REPLACED})`,
      [batchId],
    );
    await manager.query(HAND_OVER, [batchId]);
    await manager.query(
      `update prices set withdrawn_by_batch_id = null where batch_id = $1 and withdrawn_by_batch_id is not null`,
      [batchId],
    );
    await manager.query(
      `update prices set withdrawn_at = statement_timestamp() where batch_id = $1 and withdrawn_at is null`,
      [batchId],
    );
    await manager.query(
      `update prices set withdrawn_at = null, withdrawn_by_batch_id = null where withdrawn_by_batch_id = $1`,
      [batchId],
    );
    return kept?.n ?? 0;
  }
}
