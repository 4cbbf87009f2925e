import { Injectable } from '@nestjs/common';
import { newId } from '@smet/database';
import type { Actor } from '../../platform/access/index.js';
import { managerOf, Transactions, type Transaction } from '../../platform/database/index.js';
import { tolerancesOf } from '../organizations/index.js';
import { queryParams, visibleOrders } from '../visibility/index.js';
import type { EstimateContent, EstimateHeader, EstimateRooms, EstimateRow, LineRow, RoomRow } from './estimate-rows.js';

export interface NewEstimate {
  readonly orderId: string;
  readonly title: string | undefined;
  readonly ruleSet: { readonly id: string; readonly version: number };
  readonly priceListId: string;
  readonly costListId: string | null;
}

const iso = (column: string) => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;
const decimal = (column: string) => `trim_scale(${column})::text`;

const NEWEST_VERSION = `
  join lateral (select * from estimate_versions where estimate_id = e.id order by number desc limit 1) w on true`;

const ROOMS = `
  select json_agg(json_build_object('id', id, 'name', name, 'shape', shape, 'plan', plan, 'spotlights', spotlights,
           'chandeliers', chandeliers, 'billedArea', ${decimal('billed_area')},
           'billedPerimeter', ${decimal('billed_perimeter')}, 'measures', measures) order by sort, id)
    from estimate_rooms where variant_id = v.id`;

const LINES = `
  select json_agg(json_build_object('id', id, 'roomId', room_id, 'ruleKey', rule_key, 'itemId', item_id, 'code', code,
           'name', name, 'unit', unit, 'quantity', ${decimal('quantity')},
           'computedQuantity', ${decimal('computed_quantity')}, 'priceMinor', price_minor, 'costMinor', cost_minor,
           'sumMinor', sum_minor, 'explanation', explanation) order by sort, id)
    from estimate_lines where variant_id = v.id`;

const HEADER = `
  e.id, e.order_id, o.number as order_number, c.name as client_name, o.address, o.currency, e.title, e.version,
         ${iso('e.updated_at')} as updated_at, w.status, w.rule_set_id, w.rule_set_version, w.price_list_id,
         w.cost_list_id, ${iso('w.priced_at')} as priced_at, v.id as variant_id,
         ${decimal('v.discount_percent')} as discount_percent,
         json_build_object('grossMinor', v.gross_minor, 'discountMinor', v.discount_minor, 'toPayMinor', v.to_pay_minor,
           'prepaymentMinor', v.prepayment_minor, 'costMinor', v.cost_minor) as totals,
         g.locale, ${tolerancesOf('g')} as tolerances`;

const FROM = `
    from estimates e
    join organizations g on g.id = e.organization_id
    join orders o on o.id = e.order_id
    join clients c on c.id = o.client_id
    ${NEWEST_VERSION}
    join estimate_variants v on v.version_id = w.id and v.is_current`;

@Injectable()
export class EstimatesRepository {
  constructor(private readonly transactions: Transactions) {}

  /** One statement, so that rooms, lines and sums are of one moment. Null when the actor may not see its order. */
  async find(source: Actor | Transaction, id: string): Promise<EstimateRow | null> {
    const columns = `${HEADER}, coalesce((${ROOMS}), '[]') as rooms, coalesce((${LINES}), '[]') as lines`;
    return this.readOne<EstimateRow>(source, columns, id);
  }

  async findRooms(source: Actor | Transaction, id: string): Promise<EstimateRooms | null> {
    return this.readOne<EstimateRooms>(source, `${HEADER}, coalesce((${ROOMS}), '[]') as rooms`, id);
  }

  async findHeader(source: Actor | Transaction, id: string): Promise<EstimateHeader | null> {
    return this.readOne<EstimateHeader>(source, HEADER, id);
  }

  /** An empty draft. Call it under the order's lock: the number is the next one within the order. */
  async insert(tx: Transaction, estimate: NewEstimate): Promise<string> {
    const [id, versionId] = [newId(), newId()];
    const { organizationId } = tx.actor;
    const manager = managerOf(tx);
    await manager.query(
      `insert into estimates (id, organization_id, order_id, number, title)
       select $1, $2, $3, number, coalesce($4, '№ ' || number)
         from (select coalesce(max(number), 0) + 1 as number from estimates where order_id = $3) next`,
      [id, organizationId, estimate.orderId, estimate.title ?? null],
    );
    await manager.query(
      `insert into estimate_versions (id, organization_id, estimate_id, number, status, rule_set_id, rule_set_version,
                                      price_list_id, cost_list_id, priced_at)
       values ($1, $2, $3, 1, 'draft', $4, $5, $6, $7, now())`,
      [
        versionId,
        organizationId,
        id,
        estimate.ruleSet.id,
        estimate.ruleSet.version,
        estimate.priceListId,
        estimate.costListId,
      ],
    );
    await manager.query(
      `insert into estimate_variants (id, organization_id, version_id, name, is_current) values ($1, $2, $3, '', true)`,
      [newId(), organizationId, versionId],
    );
    return id;
  }

  /** Raises the version and takes the estimate's lock; false when the version is not the current one any more. */
  async raiseVersion(tx: Transaction, id: string, version: number, title: string | undefined): Promise<boolean> {
    const [rows] = await managerOf(tx).query<[unknown[], number]>(
      `update estimates set title = coalesce($3, title), version = version + 1, updated_at = now()
        where id = $1 and version = $2 returning id`,
      [id, version, title ?? null],
    );
    return rows.length === 1;
  }

  /** Puts the content in place of what the variant had. */
  async replaceContent(
    tx: Transaction,
    variant: { readonly id: string; readonly discountPercent: string },
    content: EstimateContent,
  ): Promise<void> {
    const manager = managerOf(tx);
    await manager.query(`delete from estimate_lines where variant_id = $1`, [variant.id]);
    await manager.query(`delete from estimate_rooms where variant_id = $1`, [variant.id]);
    await this.insertRooms(tx, variant.id, content.rooms);
    await this.insertLines(tx, variant.id, content.lines);
    const { grossMinor, discountMinor, toPayMinor, prepaymentMinor, costMinor } = content.totals;
    await manager.query(
      `update estimate_variants set discount_percent = $2, gross_minor = $3, discount_minor = $4, to_pay_minor = $5,
              prepayment_minor = $6, cost_minor = $7 where id = $1`,
      [variant.id, variant.discountPercent, grossMinor, discountMinor, toPayMinor, prepaymentMinor, costMinor],
    );
  }

  private async readOne<R extends EstimateHeader>(
    source: Actor | Transaction,
    columns: string,
    id: string,
  ): Promise<R | null> {
    const { params, param } = queryParams();
    const actor = 'actor' in source ? source.actor : source;
    const sql = `select ${columns} ${FROM} where e.id = ${param(id)} and ${visibleOrders(actor, 'o', param)}`;
    const rows =
      'actor' in source
        ? await managerOf(source).query<R[]>(sql, params)
        : await this.transactions.read<R>(source, sql, params);
    return rows[0] ?? null;
  }

  private async insertRooms(tx: Transaction, variantId: string, rooms: readonly RoomRow[]): Promise<void> {
    await managerOf(tx).query(
      `insert into estimate_rooms (id, organization_id, variant_id, name, sort, shape, plan, spotlights, chandeliers,
                                   billed_area, billed_perimeter, measures)
       select id, $1, $2, name, sort, shape, plan, spotlights, chandeliers, "billedArea", "billedPerimeter", measures
         from jsonb_to_recordset($3::jsonb) as r (id uuid, name text, sort integer, shape jsonb, plan jsonb, spotlights integer,
              chandeliers integer, "billedArea" numeric, "billedPerimeter" numeric, measures jsonb)`,
      [tx.actor.organizationId, variantId, JSON.stringify(rooms.map((room, sort) => ({ ...room, sort })))],
    );
  }

  private async insertLines(tx: Transaction, variantId: string, lines: readonly LineRow[]): Promise<void> {
    await managerOf(tx).query(
      `insert into estimate_lines (id, organization_id, variant_id, room_id, sort, rule_key, item_id, code, name, unit,
                                   quantity, computed_quantity, price_minor, cost_minor, sum_minor, explanation)
       select id, $1, $2, "roomId", sort, "ruleKey", "itemId", code, name, unit, quantity, "computedQuantity",
              "priceMinor", "costMinor", "sumMinor", explanation
         from jsonb_to_recordset($3::jsonb) as l (id uuid, "roomId" uuid, sort integer, "ruleKey" text, "itemId" uuid,
              code text, name text, unit text, quantity numeric, "computedQuantity" numeric, "priceMinor" bigint,
              "costMinor" bigint, "sumMinor" bigint, explanation jsonb)`,
      [tx.actor.organizationId, variantId, JSON.stringify(lines.map((line, sort) => ({ ...line, sort })))],
    );
  }
}
