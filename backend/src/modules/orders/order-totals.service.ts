import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../platform/database/index.js';
import { orderNotFound } from './orders.errors.js';
import { OrdersRepository } from './orders.repository.js';

/** The door for the module of estimates: an order's sum is that of its estimates. */
@Injectable()
export class OrderTotals {
  constructor(private readonly orders: OrdersRepository) {}

  /**
   * Locks the order, so that two estimates of it are saved one after the other and both are in its sum.
   * @throws AppError 404 when the actor of the transaction may not see it.
   */
  async lock(tx: Transaction, orderId: string): Promise<void> {
    if (!(await this.orders.lock(tx, orderId))) throw orderNotFound();
  }

  /** Recounts the sum under the lock; the new one, in minor units. */
  refresh(tx: Transaction, orderId: string): Promise<number> {
    return this.orders.refreshTotal(tx, orderId);
  }
}
