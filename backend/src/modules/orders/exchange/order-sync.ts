import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/access/index.js';
import type { OrderSyncDto } from '../dto/order.dto.js';

/** What a module that exchanges orders with an external system can tell about one order; null when it has no tie. */
export interface OrderSyncSource {
  findOrderSync(actor: Actor, orderId: string): Promise<OrderSyncDto | null>;
}

/**
 * Where modules of external systems put themselves (in `onModuleInit`), so that an order can show its state without
 * the orders module knowing any of them.
 */
@Injectable()
export class OrderSyncSources {
  private readonly sources: OrderSyncSource[] = [];

  register(source: OrderSyncSource): void {
    this.sources.push(source);
  }

  async find(actor: Actor, orderId: string): Promise<OrderSyncDto | null> {
    for (const source of this.sources) {
      const sync = await source.findOrderSync(actor, orderId);
      if (sync) return sync;
    }
    return null;
  }
}
