import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../../platform/database/index.js';
import { ChangeOrderService } from '../change-order.service.js';
import { OrdersForSyncRepository, type OrderForSync } from './orders-for-sync.repository.js';
import { OrdersRepository } from '../orders.repository.js';
import { PipelinesRepository } from '../pipelines/pipelines.repository.js';

export interface ExternalStage {
  readonly orderId: string;
  readonly stageId: string;
  /** Name of the system it was taken from, kept in the event: `amocrm`. */
  readonly origin: string;
}

export type ExternalStageOutcome = 'changed' | 'unchanged' | 'order-missing' | 'stage-missing';

/** The door for modules that exchange orders with external systems; call it as the system actor. */
@Injectable()
export class OrdersForSync {
  constructor(
    private readonly repository: OrdersForSyncRepository,
    private readonly orders: OrdersRepository,
    private readonly pipelines: PipelinesRepository,
    private readonly changes: ChangeOrderService,
  ) {}

  /** Null when there is no such order in the organization; deleted ones are there and marked. */
  async find(tx: Transaction, orderId: string): Promise<OrderForSync | null> {
    const [order] = await this.repository.listByIds(tx, [orderId]);
    return order ?? null;
  }

  /** Those that exist, by number. */
  listByIds(tx: Transaction, orderIds: readonly string[]): Promise<OrderForSync[]> {
    return this.repository.listByIds(tx, orderIds);
  }

  /** Orders of a client, oldest first: what a change of the client concerns. */
  listIdsOfClient(tx: Transaction, clientId: string): Promise<string[]> {
    return this.repository.listIdsOfClient(tx, clientId);
  }

  /**
   * Puts an order on the stage an external system says it is on. The other side has decided, so the rules for people
   * do not apply; saying it twice changes nothing the second time.
   */
  async applyExternalStage(
    tx: Transaction,
    { orderId, stageId, origin }: ExternalStage,
  ): Promise<ExternalStageOutcome> {
    const order = await this.orders.lock(tx, orderId);
    if (!order) return 'order-missing';
    if (order.stageId === stageId) return 'unchanged';
    const stage = await this.pipelines.findStage(tx, stageId);
    if (!stage) return 'stage-missing';
    await this.changes.move(tx, order, stage, origin);
    return 'changed';
  }
}
