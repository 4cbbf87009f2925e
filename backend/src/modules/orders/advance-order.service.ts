import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../platform/database/index.js';
import { ChangeOrderService, OWN_ORIGIN } from './change-order.service.js';
import { orderNotFound } from './orders.errors.js';
import { OrdersRepository } from './orders.repository.js';
import { PipelinesRepository } from './pipelines/pipelines.repository.js';

/** The door for modules where something happens that carries an order on. */
@Injectable()
export class OrderAdvance {
  constructor(
    private readonly orders: OrdersRepository,
    private readonly pipelines: PipelinesRepository,
    private readonly changes: ChangeOrderService,
  ) {}

  /**
   * Moves the order to the stage of its pipeline with this code when that lies ahead; true when it moved. Never back, never
   * out of a finished stage, and nowhere when the pipeline has no such stage.
   * @throws AppError 404 when the actor of the transaction may not see the order.
   */
  async advance(tx: Transaction, orderId: string, stageCode: string): Promise<boolean> {
    const order = await this.orders.lock(tx, orderId);
    if (!order) throw orderNotFound();
    const ahead = await this.pipelines.findStageAhead(tx, order.stageId, stageCode);
    if (ahead === null) return false;
    await this.changes.move(tx, order, ahead, OWN_ORIGIN);
    return true;
  }
}
