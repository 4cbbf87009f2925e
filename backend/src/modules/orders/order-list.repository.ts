import { Injectable } from '@nestjs/common';
import type { Actor, Permission } from '../../platform/access/index.js';
import { isoText, Transactions } from '../../platform/database/index.js';
import type { KeysetPosition } from '../../platform/http/keyset-cursor.js';
import type { OrderRowDto } from './dto/order.dto.js';
import type { OrderSort } from './dto/list-orders.query.dto.js';
import { queryParams, visibleOrders } from '../visibility/index.js';

export interface OrderFilter {
  readonly sort: OrderSort;
  readonly stageId?: string | undefined;
  readonly responsibleUserId?: string | undefined;
  readonly measurerUserId?: string | undefined;
  readonly clientId?: string | undefined;
  readonly text: string | null;
  readonly after: KeysetPosition | null;
  readonly limit: number;
}

/** Raw columns: bigint arrives as text, times as ISO text with microseconds. */
export interface OrderListRow {
  id: string;
  number: number;
  client_id: string;
  client_name: string;
  client_phone: string | null;
  address: string;
  stage_id: string;
  stage_name: string;
  stage_kind: 'open' | 'won' | 'lost';
  stage_color: string;
  responsible_id: string | null;
  responsible_name: string | null;
  measurer_id: string | null;
  measurer_name: string | null;
  total_minor: string;
  currency: string;
  created_at: string;
  updated_at: string;
  version: number;
}

/** Those who cut and mount, and those who take calls, work by orders without what the client pays. */
export const SEES_SUMS: Permission = 'estimate:read';

/** More hits than this mean that the search says too little. */
const SEARCH_LIMIT = 1000;

/** Columns of an order row over `orders o` with the joins below. */
export const ORDER_COLUMNS = `
  o.id, o.number, o.client_id, c.name as client_name,
  (select p.number from client_phones p
    where p.organization_id = o.organization_id and p.client_id = o.client_id order by p.position limit 1) as client_phone,
  o.address, o.stage_id, s.name as stage_name, s.kind as stage_kind, s.color as stage_color,
  o.responsible_user_id as responsible_id, r.name as responsible_name,
  o.measurer_user_id as measurer_id, m.name as measurer_name,
  o.total_minor, o.currency, o.version,
  ${isoText('o.created_at')} as created_at, ${isoText('o.updated_at')} as updated_at`;

export const ORDER_JOINS = `
  join clients c on c.id = o.client_id
  join stages s on s.id = o.stage_id
  left join users r on r.id = o.responsible_user_id
  left join users m on m.id = o.measurer_user_id`;

const SORT_COLUMNS: Readonly<Record<string, string>> = {
  createdAt: 'created_at',
  updatedAt: 'updated_at',
  number: 'number',
  totalMinor: 'total_minor',
};

@Injectable()
export class OrderListRepository {
  constructor(private readonly transactions: Transactions) {}

  /** One statement in one round trip: the page is cut first, names are joined to its rows only. */
  list(actor: Actor, filter: OrderFilter): Promise<OrderListRow[]> {
    const { params, param } = queryParams();
    const descending = filter.sort.startsWith('-');
    const column = SORT_COLUMNS[filter.sort.replace('-', '')] ?? 'created_at';
    const direction = descending ? 'desc' : 'asc';
    // The organization stands in the statement too: the policy's own comparison reads a setting, which the planner
    // cannot use to tell how many rows an index range has.
    const where = [`o.organization_id = ${param(actor.organizationId)}`, visibleOrders(actor, 'o', param)];
    if (filter.stageId) where.push(`o.stage_id = ${param(filter.stageId)}`);
    if (filter.responsibleUserId) where.push(`o.responsible_user_id = ${param(filter.responsibleUserId)}`);
    if (filter.measurerUserId) where.push(`o.measurer_user_id = ${param(filter.measurerUserId)}`);
    if (filter.clientId) where.push(`o.client_id = ${param(filter.clientId)}`);
    if (filter.text !== null) where.push(`o.id in (select search_order_ids(${param(filter.text)}, ${SEARCH_LIMIT}))`);
    if (filter.after !== null) {
      where.push(`(o.${column}, o.id) ${descending ? '<' : '>'} (${filter.after.map(param).join(', ')})`);
    }
    const sql = `
      with page as materialized (
        select o.* from orders o where ${where.join(' and ')}
         order by o.${column} ${direction}, o.id ${direction} limit ${param(filter.limit + 1)})
      select ${ORDER_COLUMNS} from page o ${ORDER_JOINS}
       order by o.${column} ${direction}, o.id ${direction}`;
    return this.transactions.read<OrderListRow>(actor, sql, params);
  }
}

/**
 * As the person may see it: what the client pays is told to those who read estimates. Mapped by hand: this is the hottest
 * answer of the API, and a library costs half of it.
 */
export function toOrderRow(row: OrderListRow, { permissions }: Actor): OrderRowDto {
  return {
    id: row.id,
    number: row.number,
    client: { id: row.client_id, name: row.client_name, phone: row.client_phone },
    address: row.address,
    stage: { id: row.stage_id, name: row.stage_name, kind: row.stage_kind, color: row.stage_color },
    responsible: row.responsible_id === null ? null : { id: row.responsible_id, name: row.responsible_name ?? '' },
    measurer: row.measurer_id === null ? null : { id: row.measurer_id, name: row.measurer_name ?? '' },
    totalMinor: permissions.has(SEES_SUMS) ? Number(row.total_minor) : null,
    currency: row.currency,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    version: row.version,
  };
}
