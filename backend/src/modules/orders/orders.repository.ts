import { Injectable } from '@nestjs/common';
import { newId } from '@smet/database';
import type { Actor } from '../../platform/access/index.js';
import { actorOf, isoText, managerOf, type Transaction, Transactions } from '../../platform/database/index.js';
import type { OrderEstimateDto } from './dto/order.dto.js';
import { ORDER_COLUMNS, ORDER_JOINS, type OrderListRow } from './order-list.repository.js';
import { queryParams, visibleOrders } from '../visibility/index.js';

type OrderEstimateRow = Omit<OrderEstimateDto, 'toPayMinor'> & { readonly toPayMinor: number };

export interface OrderRow extends OrderListRow {
  pipeline_id: string;
  stage_changed_at: string;
  comment: string | null;
  estimates: OrderEstimateRow[];
}

/** An order locked for the rest of the transaction. */
export interface LockedOrder {
  readonly id: string;
  readonly version: number;
  readonly pipelineId: string;
  readonly stageId: string;
  readonly address: string;
  readonly comment: string | null;
  readonly measurerUserId: string | null;
  readonly responsibleUserId: string | null;
}

export interface NewOrder {
  readonly clientId: string;
  readonly address: string;
  readonly comment: string | null;
  readonly measurerUserId: string | null;
  readonly pipelineId: string;
  readonly stageId: string;
}

/** Only the fields that change; null empties. */
export interface OrderPatch {
  readonly address?: string;
  readonly comment?: string | null;
  readonly measurerUserId?: string | null;
  readonly responsibleUserId?: string | null;
}

const PATCH_COLUMNS: Readonly<Record<keyof OrderPatch, string>> = {
  address: 'address',
  comment: 'comment',
  measurerUserId: 'measurer_user_id',
  responsibleUserId: 'responsible_user_id',
};

/** What an estimate (e) counts with: the variant the client accepted last, before that the current one of its newest version. */
const COUNTED_VARIANT = `
  join lateral (select * from estimate_versions where estimate_id = e.id
                 order by accepted_at is not null desc, number desc limit 1) w on true
  join estimate_variants v on v.version_id = w.id and v.id = coalesce(w.accepted_variant_id, w.current_variant_id)`;

const WHOLE_ORDER = `
  select ${ORDER_COLUMNS}, o.pipeline_id, o.comment,
         ${isoText('o.stage_changed_at')} as stage_changed_at,
         coalesce((
           select json_agg(json_build_object('id', e.id, 'title', e.title, 'toPayMinor', v.to_pay_minor,
                    'number', newest.number, 'status', newest.status, 'accepted', w.accepted_at is not null,
                    'updatedAt', ${isoText('e.updated_at')}) order by e.number)
             from estimates e
             join lateral (select n.number, n.status from estimate_versions n where n.estimate_id = e.id
                            order by n.number desc limit 1) newest on true
             ${COUNTED_VARIANT}
            where e.order_id = o.id), '[]') as estimates
    from orders o ${ORDER_JOINS}`;

@Injectable()
export class OrdersRepository {
  constructor(private readonly transactions: Transactions) {}

  async find(source: Actor | Transaction, id: string): Promise<OrderRow | null> {
    const { params, param } = queryParams();
    const actor = actorOf(source);
    const sql = `${WHOLE_ORDER} where o.id = ${param(id)} and ${visibleOrders(actor, 'o', param)}`;
    const rows = await this.transactions.query<OrderRow>(source, sql, params);
    return rows[0] ?? null;
  }

  /** Null when the order is not there or the actor may not see it. */
  async lock(tx: Transaction, id: string): Promise<LockedOrder | null> {
    const { params, param } = queryParams();
    const rows = await managerOf(tx).query<LockedOrder[]>(
      `select o.id, o.version, o.pipeline_id as "pipelineId", o.stage_id as "stageId", o.address, o.comment,
              o.measurer_user_id as "measurerUserId", o.responsible_user_id as "responsibleUserId"
         from orders o where o.id = ${param(id)} and ${visibleOrders(tx.actor, 'o', param)} for no key update of o`,
      params,
    );
    return rows[0] ?? null;
  }

  /**
   * Takes the next number of the organization: the row is the counter and stays locked until the end of the
   * transaction, so that numbers have no gaps and no twins. Call it late, others wait for it.
   */
  async takeNumber(tx: Transaction): Promise<{ number: number; currency: string }> {
    const rows = await updated<{ number: number; currency: string }>(
      tx,
      `update organizations set last_order_number = last_order_number + 1
        where id = $1 returning last_order_number as number, currency`,
      [tx.actor.organizationId],
    );
    const [taken] = rows;
    if (!taken) throw new Error(`organization ${tx.actor.organizationId} is missing`);
    return taken;
  }

  async insert(tx: Transaction, order: NewOrder): Promise<{ id: string; number: number }> {
    const { number, currency } = await this.takeNumber(tx);
    const id = newId();
    const { organizationId, userId } = tx.actor;
    await managerOf(tx).query(
      `insert into orders (id, organization_id, number, client_id, address, comment, measurer_user_id, pipeline_id,
                           stage_id, stage_changed_at, responsible_user_id, created_by, currency)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, now(), $10, $10, $11)`,
      [
        id,
        organizationId,
        number,
        order.clientId,
        order.address,
        order.comment,
        order.measurerUserId,
        order.pipelineId,
        order.stageId,
        userId,
        currency,
      ],
    );
    return { id, number };
  }

  /** False when the version is not the current one any more. */
  async update(tx: Transaction, id: string, version: number, patch: OrderPatch): Promise<boolean> {
    const { params, param } = queryParams();
    const fields = Object.keys(PATCH_COLUMNS) as (keyof OrderPatch)[];
    const assignments = fields
      .filter((field) => patch[field] !== undefined)
      .map((field) => `${PATCH_COLUMNS[field]} = ${param(patch[field])}, `);
    const rows = await updated(
      tx,
      `update orders set ${assignments.join('')}version = version + 1, updated_at = now()
        where id = ${param(id)} and version = ${param(version)} returning id`,
      params,
    );
    return rows.length === 1;
  }

  /** False when the version is not the current one any more. */
  async moveToStage(tx: Transaction, order: { id: string; version: number }, stage: StageTarget): Promise<boolean> {
    const rows = await updated(
      tx,
      `update orders set stage_id = $3, pipeline_id = $4, stage_changed_at = now(), version = version + 1,
                         updated_at = now()
        where id = $1 and version = $2 returning id`,
      [order.id, order.version, stage.id, stage.pipelineId],
    );
    return rows.length === 1;
  }

  /**
   * Sets the order's sum to what its estimates say: of each the variant the client accepted last, before that the current
   * variant of its newest version. Call it under the order's lock. The version stays: the sum is derived, and nobody's edit
   * of the order is overwritten by it.
   */
  async refreshTotal(tx: Transaction, orderId: string): Promise<number> {
    const rows = await updated<{ total: string }>(
      tx,
      `update orders o set updated_at = now(), total_minor = coalesce((
          select sum(v.to_pay_minor) from estimates e ${COUNTED_VARIANT} where e.order_id = o.id), 0)
        where o.id = $1 returning o.total_minor as total`,
      [orderId],
    );
    const [row] = rows;
    if (!row) throw new Error(`order ${orderId} vanished under its lock`);
    return Number(row.total);
  }

  /** Which of these people work in the organization now. */
  async findMembers(tx: Transaction, userIds: readonly string[]): Promise<Set<string>> {
    const rows = await managerOf(tx).query<{ user_id: string }[]>(
      `select user_id from memberships where user_id = any($1::uuid[]) and deactivated_at is null`,
      [userIds],
    );
    return new Set(rows.map((row) => row.user_id));
  }
}

export interface StageTarget {
  readonly id: string;
  readonly pipelineId: string;
}

/** TypeORM answers `update … returning` with `[rows, count]`. */
async function updated<T = { id: string }>(tx: Transaction, sql: string, params: unknown[]): Promise<T[]> {
  const [rows] = await managerOf(tx).query<[T[], number]>(sql, params);
  return rows;
}
