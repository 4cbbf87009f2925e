import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/index.js';
import { encodeCursor, forbidden, pageOf } from '../../platform/http/index.js';
import { decodeKeyset, type KeysetKind } from '../../platform/http/keyset-cursor.js';
import type { OrderDto, OrderPageDto } from './dto/order.dto.js';
import type { ListOrdersQueryDto, OrderSort } from './dto/list-orders.query.dto.js';
import type { PipelineListDto } from './dto/pipeline.dto.js';
import { OrderListRepository, SEES_SUMS, toOrderRow, type OrderListRow } from './order-list.repository.js';
import { OrderSyncSources } from './exchange/order-sync.js';
import { orderNotFound } from './orders.errors.js';
import { OrdersRepository, type OrderRow } from './orders.repository.js';
import { PipelinesRepository } from './pipelines/pipelines.repository.js';

const DEFAULT_SORT: OrderSort = '-createdAt';

interface SortKey {
  readonly kind: KeysetKind;
  readonly valueOf: (row: OrderListRow) => string | number;
}

const SORT_KEYS: Readonly<Record<string, SortKey>> = {
  createdAt: { kind: 'timestamp', valueOf: (row) => row.created_at },
  updatedAt: { kind: 'timestamp', valueOf: (row) => row.updated_at },
  number: { kind: 'integer', valueOf: (row) => row.number },
  totalMinor: { kind: 'bigint', valueOf: (row) => Number(row.total_minor) },
};

/** Reading orders. */
@Injectable()
export class OrdersService {
  constructor(
    private readonly orders: OrdersRepository,
    private readonly orderList: OrderListRepository,
    private readonly pipelines: PipelinesRepository,
    private readonly syncSources: OrderSyncSources,
  ) {}

  /** @throws AppError 403 ACCESS.NOT_ALLOWED when sorted by sums the actor may not see */
  async list(actor: Actor, query: ListOrdersQueryDto): Promise<OrderPageDto> {
    const sort = query.sort ?? DEFAULT_SORT;
    const key = sortKey(sort);
    // The order of rows, and the cursor with it, would tell the sums.
    if (sort.endsWith('totalMinor') && !actor.permissions.has(SEES_SUMS)) throw forbidden('ACCESS.NOT_ALLOWED');
    const rows = await this.orderList.list(actor, {
      sort,
      stageId: query.stageId,
      responsibleUserId: query.responsibleUserId,
      measurerUserId: query.measurerUserId,
      clientId: query.clientId,
      text: query.query?.trim() || null,
      after: decodeKeyset(sort, query.cursor, key.kind),
      limit: query.limit,
    });
    const page = pageOf(rows, query.limit, (last) => encodeCursor(sort, [key.valueOf(last), last.id]));
    return { items: page.items.map((row) => toOrderRow(row, actor)), nextCursor: page.nextCursor };
  }

  async get(actor: Actor, id: string): Promise<OrderDto> {
    const row = await this.orders.find(actor, id);
    if (!row) throw orderNotFound();
    return toOrder(row, actor, await this.syncSources.find(actor, id));
  }

  async listPipelines(actor: Actor): Promise<PipelineListDto> {
    return { items: await this.pipelines.list(actor) };
  }
}

function sortKey(sort: OrderSort): SortKey {
  const key = SORT_KEYS[sort.replace('-', '')];
  if (!key) throw new Error(`no key for the sort ${sort}`);
  return key;
}

/** As the person may see it; `sync` is its state in the connected CRM. */
export function toOrder(row: OrderRow, actor: Actor, sync: OrderDto['sync']): OrderDto {
  const withSums = actor.permissions.has(SEES_SUMS);
  return Object.assign(toOrderRow(row, actor), {
    pipelineId: row.pipeline_id,
    stageChangedAt: row.stage_changed_at,
    comment: row.comment,
    estimates: row.estimates.map((estimate) => ({ ...estimate, toPayMinor: withSums ? estimate.toPayMinor : null })),
    sync,
  });
}
