import { Injectable } from '@nestjs/common';
import { newId } from '@smet/database';
import type { PricedItem } from '@smet/estimating';
import type { Actor } from '../../../platform/access/index.js';
import { managerOf, type Transaction, Transactions } from '../../../platform/database/index.js';
import type { MeasuresRow } from '../stored-estimate.js';
import type { Presented } from './presented.js';

export interface FrozenVersion {
  readonly versionId: string;
  readonly validUntil: string | null;
  readonly contentHash: string;
  readonly priceBook: readonly PricedItem[];
  readonly presented: Presented;
}

/** Measures of a variant that are to stand as they are judged now. */
export interface JudgedVariant {
  readonly variantId: string;
  readonly rooms: readonly MeasuresRow[];
}

export interface VersionPlace {
  readonly estimateId: string;
  readonly number: number;
}

/** A version under its order's lock. */
export interface LockedVersionRow extends VersionPlace {
  readonly versionId: string;
  readonly orderId: string;
  readonly status: 'draft' | 'issued';
  readonly contentHash: string | null;
  readonly validUntil: string | null;
  /** Where the organization is. */
  readonly today: string;
  readonly acceptedVariantId: string | null;
  /** Of the issued versions of the estimate. */
  readonly newestIssued: number | null;
  readonly variantIds: readonly string[];
}

const JUDGE = `
  update estimate_room_measures m set measures = j.measures
    from jsonb_to_recordset($2::jsonb) as j ("variantId" uuid, "roomId" uuid, measures jsonb)
   where m.version_id = $1 and m.variant_id = j."variantId" and m.room_id = j."roomId"
     and m.measures is distinct from j.measures`;

const FREEZE = `
  update estimate_versions set status = 'issued', issued_at = now(), issued_by = $2, valid_until = $3, content_hash = $4,
         price_book = $5::jsonb, presented = $6::jsonb
   where id = $1 and status = 'draft' returning id`;

/** Of a version: what is copied into the next one. Prices stay those of their moment until somebody asks for others. */
const COPIES = [
  `insert into estimate_versions (id, organization_id, estimate_id, number, status, current_variant_id, rule_set_id,
          rule_set_version, terms, price_list_id, cost_list_id, pay_list_id, dealer_list_id, priced_at)
   select $2, organization_id, estimate_id, number + 1, 'draft', coalesce(accepted_variant_id, current_variant_id),
          rule_set_id, rule_set_version, terms, price_list_id, cost_list_id, pay_list_id, dealer_list_id, priced_at
     from estimate_versions where id = $1`,
  copyOf('estimate_rooms', 'id, organization_id, name, sort, shape, plan, spotlights, chandeliers'),
  copyOf(
    'estimate_variants',
    `id, organization_id, name, sort, content, adjustments, problems, gross_minor, discount_minor, top_up_minor,
     to_pay_minor, vat, payments, cost_minor, margin_minor, pay_minor, dealer_minor, digest`,
  ),
  copyOf(
    'estimate_room_measures',
    'variant_id, room_id, organization_id, billed_area, billed_perimeter, subtotal_minor, measures',
  ),
  copyOf(
    'estimate_lines',
    `variant_id, key, organization_id, room_id, sort, rule_key, item_id, code, name, unit, category_id, kind, quantity,
     computed_quantity, overridden, price_minor, sum_minor, discount, cost_minor, pay_minor, dealer_minor, explanation`,
  ),
];

/** What was approved once need not be asked for again while the discount does not grow. */
const COPY_APPROVAL = `
  insert into estimate_approvals (id, organization_id, version_id, state, percent, limit_percent, asked_by, asked_at,
         comment, decided_by, decided_at, decision_comment)
  select $3, organization_id, $2, state, percent, limit_percent, asked_by, asked_at, comment, decided_by, decided_at,
         decision_comment
    from (select * from estimate_approvals where version_id = $1 order by asked_at desc, id desc limit 1) newest
   where state = 'given'`;

const LOCKED = `
  select w.id as "versionId", w.estimate_id as "estimateId", e.order_id as "orderId", w.number, w.status,
         w.content_hash as "contentHash", w.valid_until::text as "validUntil",
         (now() at time zone g.timezone)::date::text as today, w.accepted_variant_id as "acceptedVariantId",
         (select max(number) from estimate_versions where estimate_id = e.id and status = 'issued') as "newestIssued",
         (select json_agg(id order by sort, id) from estimate_variants where version_id = w.id) as "variantIds"
    from estimate_versions w join estimates e on e.id = w.estimate_id join organizations g on g.id = e.organization_id
   where e.id = $1 and w.number = $2`;

function copyOf(table: string, columns: string): string {
  return `insert into ${table} (version_id, ${columns}) select $2, ${columns} from ${table} where version_id = $1`;
}

@Injectable()
export class VersionsRepository {
  constructor(private readonly transactions: Transactions) {}

  /** Stores the verdicts of now, in one statement. */
  async judge(tx: Transaction, versionId: string, variants: readonly JudgedVariant[]): Promise<void> {
    const rows = variants.flatMap(({ variantId, rooms }) =>
      rooms.map(({ roomId, measures }) => ({ variantId, roomId, measures })),
    );
    await managerOf(tx).query(JUDGE, [versionId, JSON.stringify(rows)]);
  }

  /** Call it under the estimate's lock. */
  async freeze(tx: Transaction, { versionId, validUntil, contentHash, ...frozen }: FrozenVersion): Promise<void> {
    const [priceBook, presented] = [JSON.stringify(frozen.priceBook), JSON.stringify(frozen.presented)];
    const params = [versionId, tx.actor.userId, validUntil, contentHash, priceBook, presented];
    const [rows] = await managerOf(tx).query<[unknown[], number]>(FREEZE, params);
    if (rows.length !== 1) throw new Error(`version ${versionId} is no draft`);
  }

  /** A draft with everything the version has, numbered after it; its id. */
  async copy(tx: Transaction, versionId: string): Promise<string> {
    const id = newId();
    for (const sql of COPIES) await managerOf(tx).query(sql, [versionId, id]);
    await managerOf(tx).query(COPY_APPROVAL, [versionId, id, newId()]);
    return id;
  }

  /** Where a version is; null when it is not there. */
  async place(source: Actor | Transaction, versionId: string): Promise<VersionPlace | null> {
    const sql = `select estimate_id as "estimateId", number from estimate_versions where id = $1`;
    const rows = await this.transactions.query<VersionPlace>(source, sql, [versionId]);
    return rows[0] ?? null;
  }

  async orderOf(tx: Transaction, estimateId: string): Promise<string | null> {
    const rows = await managerOf(tx).query<{ order_id: string }[]>(`select order_id from estimates where id = $1`, [
      estimateId,
    ]);
    return rows[0]?.order_id ?? null;
  }

  /** Call it under the order's lock: issuing waits for it. */
  async findLocked(tx: Transaction, { estimateId, number }: VersionPlace): Promise<LockedVersionRow | null> {
    const rows = await managerOf(tx).query<LockedVersionRow[]>(LOCKED, [estimateId, number]);
    return rows[0] ?? null;
  }

  /** False when it was accepted before. */
  async accept(
    tx: Transaction,
    versionId: string,
    { variantId, name, at }: { variantId: string; name: string; at: Date },
  ): Promise<boolean> {
    const [rows] = await managerOf(tx).query<[unknown[], number]>(
      `update estimate_versions set accepted_variant_id = $2, accepted_by = $3, accepted_at = $4
        where id = $1 and status = 'issued' and accepted_at is null returning id`,
      [versionId, variantId, name, at],
    );
    return rows.length === 1;
  }
}
