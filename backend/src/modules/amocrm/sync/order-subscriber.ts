import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Transaction } from '../../../platform/database/index.js';
import { Events, type DomainEvent } from '../../../platform/events/index.js';
import { OrdersForSync } from '../../orders/index.js';
import { Outbox } from './outbox.service.js';

const OF_ORDER = ['order.created', 'order.updated', 'order.stage_changed'];
const OF_ESTIMATE = ['estimate.saved'];
const OF_CLIENT = ['client.updated', 'client.merged', 'client.parted'];

/** Hears of changes inside their transactions: a change and the promise to send it are one. */
@Injectable()
export class OrderSubscriber implements OnModuleInit {
  constructor(
    private readonly events: Events,
    private readonly orders: OrdersForSync,
    private readonly outbox: Outbox,
  ) {}

  onModuleInit(): void {
    this.events.subscribe(OF_ORDER, (tx, event) => this.outbox.orderChanged(tx, event.subject.id));
    this.events.subscribe(OF_ESTIMATE, (tx, event) => this.estimateSaved(tx, event));
    this.events.subscribe(OF_CLIENT, (tx, event) => this.clientUpdated(tx, event));
  }

  private async estimateSaved(tx: Transaction, event: DomainEvent): Promise<void> {
    const orderId = event.payload?.['orderId'];
    if (typeof orderId !== 'string') throw new Error('estimate.saved names no order');
    await this.outbox.orderChanged(tx, orderId);
  }

  private async clientUpdated(tx: Transaction, event: DomainEvent): Promise<void> {
    for (const orderId of await this.orders.listIdsOfClient(tx, event.subject.id)) {
      await this.outbox.orderChanged(tx, orderId);
    }
  }
}
