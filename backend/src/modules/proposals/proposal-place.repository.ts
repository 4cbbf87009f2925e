import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/index.js';
import { managerOf, Transactions, type Transaction } from '../../platform/database/index.js';
import { queryParams, visibleOrders } from '../visibility/index.js';

/** The yes a version has, whoever's link it came through. */
export interface StoredAcceptance {
  readonly id: string;
  readonly linkId: string;
  readonly variantId: string;
  readonly contentHash: string;
  readonly method: 'code' | 'signature';
  readonly name: string;
  readonly acceptedAt: string;
}

/** Where a version stands: its estimate, order and organization, and whether it can still be accepted. */
export interface ProposalPlace {
  readonly versionId: string;
  readonly estimateId: string;
  readonly number: number;
  readonly status: 'draft' | 'issued';
  readonly issuedAt: string | null;
  /** The last day of the offer, where the organization is. */
  readonly validUntil: string | null;
  readonly lapsed: boolean;
  readonly contentHash: string | null;
  /** Of the newest version issued after this one. */
  readonly newerNumber: number | null;
  readonly orderId: string;
  readonly orderNumber: number;
  readonly address: string;
  readonly clientName: string;
  readonly currency: string;
  readonly responsibleUserId: string | null;
  readonly companyName: string;
  readonly locale: string;
  readonly timezone: string;
  readonly acceptance: StoredAcceptance | null;
}

/** A version by its own id, or by its number in an estimate. */
export type VersionKey = { readonly versionId: string } | { readonly estimateId: string; readonly number: number };

export const isoText = (column: string) => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const COLUMNS = `
  w.id as "versionId", e.id as "estimateId", w.number, w.status, ${isoText('w.issued_at')} as "issuedAt",
  w.valid_until::text as "validUntil", w.content_hash as "contentHash",
  (select max(newer.number) from estimate_versions newer
    where newer.estimate_id = e.id and newer.status = 'issued' and newer.number > w.number) as "newerNumber",
  o.id as "orderId", o.number as "orderNumber", o.address, c.name as "clientName", o.currency,
  o.responsible_user_id as "responsibleUserId", g.name as "companyName", g.locale, g.timezone,
  (select json_build_object('id', a.id, 'linkId', a.link_id, 'variantId', a.variant_id, 'contentHash', a.content_hash,
            'method', a.method, 'name', a.name, 'acceptedAt', ${isoText('a.accepted_at')})
     from proposal_acceptances a where a.version_id = w.id) as acceptance`;

const FROM = `
  from estimate_versions w
  join estimates e on e.id = w.estimate_id
  join orders o on o.id = e.order_id
  join clients c on c.id = o.client_id
  join organizations g on g.id = w.organization_id`;

@Injectable()
export class ProposalPlaceRepository {
  constructor(private readonly transactions: Transactions) {}

  /** Null when there is no such version, or the actor may not see its order. `now` decides what has lapsed. */
  async find(source: Actor | Transaction, key: VersionKey, now: Date): Promise<ProposalPlace | null> {
    const { params, param } = queryParams();
    const actor = 'actor' in source ? source.actor : source;
    const lapsed = `coalesce((${param(now)}::timestamptz at time zone g.timezone)::date > w.valid_until, false) as lapsed`;
    const wanted =
      'versionId' in key
        ? `w.id = ${param(key.versionId)}`
        : `w.estimate_id = ${param(key.estimateId)} and w.number = ${param(key.number)}`;
    const sql = `select ${COLUMNS}, ${lapsed} ${FROM} where ${wanted} and ${visibleOrders(actor, 'o', param)}`;
    const rows =
      'actor' in source
        ? await managerOf(source).query<ProposalPlace[]>(sql, params)
        : await this.transactions.read<ProposalPlace>(source, sql, params);
    return rows[0] ?? null;
  }
}
