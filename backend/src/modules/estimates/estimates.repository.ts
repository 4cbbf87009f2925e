import { Injectable } from '@nestjs/common';
import { newId } from '@smet/database';
import type { MoneyTerms } from '@smet/estimating';
import type { Actor } from '../../platform/access/index.js';
import { actorOf, managerOf, type Transaction, Transactions } from '../../platform/database/index.js';
import { queryParams, visibleOrders } from '../visibility/index.js';
import { ESTIMATE_FROM, ESTIMATE_HEADER, ESTIMATE_ROOMS, ESTIMATE_VARIANTS } from './estimate-columns.js';
import type { EstimateHeader, EstimateRooms, EstimateRow } from './stored-estimate.js';

/** What prices and sums of a version follow from. */
export interface PricingBasis {
  readonly ruleSet: { readonly id: string; readonly version: number };
  readonly terms: MoneyTerms;
  readonly priceListId: string;
  readonly costListId: string | null;
  readonly payListId: string | null;
  readonly dealerListId: string | null;
  /** ISO 8601. */
  readonly pricedAt: string;
}

export interface NewEstimate extends PricingBasis {
  readonly orderId: string;
  readonly title: string | undefined;
}

@Injectable()
export class EstimatesRepository {
  constructor(private readonly transactions: Transactions) {}

  /**
   * The version of that number, the newest one when absent. One statement, so that rooms, lines and sums are of one
   * moment. Null when the actor may not see its order.
   */
  async find(source: Actor | Transaction, id: string, number?: number): Promise<EstimateRow | null> {
    return this.readOne<EstimateRow>(source, [ESTIMATE_HEADER, ESTIMATE_ROOMS, ESTIMATE_VARIANTS], id, number);
  }

  async findRooms(source: Actor | Transaction, id: string, number?: number): Promise<EstimateRooms | null> {
    return this.readOne<EstimateRooms>(source, [ESTIMATE_HEADER, ESTIMATE_ROOMS], id, number);
  }

  async findHeader(source: Actor | Transaction, id: string, number?: number): Promise<EstimateHeader | null> {
    return this.readOne<EstimateHeader>(source, [ESTIMATE_HEADER], id, number);
  }

  /** An empty draft with one variant. Call it under the order's lock: the number is the next one within the order. */
  async insert(tx: Transaction, { orderId, title, ...basis }: NewEstimate): Promise<string> {
    const [id, versionId, variantId] = [newId(), newId(), newId()];
    const { organizationId } = tx.actor;
    const manager = managerOf(tx);
    await manager.query(
      `insert into estimates (id, organization_id, order_id, number, title)
       select $1, $2, $3, number, coalesce($4, '№ ' || number)
         from (select coalesce(max(number), 0) + 1 as number from estimates where order_id = $3) next`,
      [id, organizationId, orderId, title ?? null],
    );
    await manager.query(
      `insert into estimate_versions (id, organization_id, estimate_id, number, status, current_variant_id, rule_set_id,
                                      rule_set_version, terms, price_list_id, cost_list_id, pay_list_id,
                                      dealer_list_id, priced_at)
       values ($1, $2, $3, 1, 'draft', $4, $5, $6, $7::jsonb, $8, $9, $10, $11, $12)`,
      [versionId, organizationId, id, variantId, ...valuesOf(basis)],
    );
    await manager.query(
      `insert into estimate_variants (version_id, id, organization_id, name, content, adjustments, problems, payments)
       values ($1, $2, $3, '', '{"overrides": [], "manualLines": [], "discountPercent": "0"}', '[]', '[]', '[]')`,
      [versionId, variantId, organizationId],
    );
    return id;
  }

  /** Raises the version and takes the estimate's lock; false when the version is not the current one any more. */
  async raiseVersion(tx: Transaction, id: string, version: number, title?: string): Promise<boolean> {
    const [rows] = await managerOf(tx).query<[unknown[], number]>(
      `update estimates set title = coalesce($3, title), version = version + 1, updated_at = now()
        where id = $1 and version = $2 returning id`,
      [id, version, title ?? null],
    );
    return rows.length === 1;
  }

  /** Puts a draft on another footing; its content has to be computed anew with it. */
  async setBasis(tx: Transaction, versionId: string, basis: PricingBasis): Promise<void> {
    await managerOf(tx).query(
      `update estimate_versions set rule_set_id = $2, rule_set_version = $3, terms = $4::jsonb, price_list_id = $5,
              cost_list_id = $6, pay_list_id = $7, dealer_list_id = $8, priced_at = $9 where id = $1`,
      [versionId, ...valuesOf(basis)],
    );
  }

  private async readOne<R extends EstimateHeader>(
    source: Actor | Transaction,
    columns: readonly string[],
    id: string,
    number: number | undefined,
  ): Promise<R | null> {
    const { params, param } = queryParams();
    const actor = actorOf(source);
    const from = ESTIMATE_FROM(number === undefined ? 'true' : `number = ${param(number)}`);
    const sql = `select ${columns.join(', ')} ${from} where e.id = ${param(id)} and ${visibleOrders(actor, 'o', param)}`;
    const rows = await this.transactions.query<R>(source, sql, params);
    return rows[0] ? asPresented(rows[0]) : null;
  }
}

/** An issued version goes on saying what it said, whatever became of the order, the client and the organization. */
function asPresented<R extends EstimateHeader>(row: R): R {
  if (!row.presented) return row;
  const { order, title, companyName, locale, timezone, tolerances } = row.presented;
  return {
    ...row,
    order_number: order.number,
    client_name: order.clientName,
    address: order.address,
    title,
    company_name: companyName,
    locale,
    timezone,
    tolerances,
  };
}

function valuesOf({ ruleSet: { id, version }, terms, pricedAt, ...lists }: PricingBasis): unknown[] {
  const { priceListId, costListId, payListId, dealerListId } = lists;
  return [id, version, JSON.stringify(terms), priceListId, costListId, payListId, dealerListId, pricedAt];
}
