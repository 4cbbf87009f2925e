import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/access/index.js';
import { Transactions, type Transaction } from '../../../platform/database/index.js';
import { notConnected, orderNotLinked } from '../amocrm.errors.js';
import { ConnectionsRepository } from '../connection/connections.repository.js';
import { Lanes } from '../lanes.js';
import { LinksRepository } from './links.repository.js';
import { STALLS_ALL } from './outcome-policy.js';

/** What has to go out and when: links and their jobs, always written together. */
@Injectable()
export class Outbox {
  constructor(
    private readonly transactions: Transactions,
    private readonly connections: ConnectionsRepository,
    private readonly links: LinksRepository,
    private readonly lanes: Lanes,
  ) {}

  /** The order changed: part of the change's own transaction. */
  async orderChanged(tx: Transaction, orderId: string): Promise<void> {
    for (const connection of await this.connections.listStates(tx)) {
      const { retryAt } = await this.links.markWaiting(tx, connection.id, orderId);
      // Of a stopped connection everything waits; resuming enqueues it.
      if (connection.state === 'active') await this.lanes.push(tx, connection.id, orderId, retryAt);
    }
  }

  /** Everything that waits is tried now: a person says that the connection works (again). */
  async wakeAll(tx: Transaction, connectionId: string): Promise<void> {
    await this.lanes.pushAll(tx, connectionId, await this.links.wakeAll(tx, connectionId));
    await this.lanes.pull(tx, connectionId);
  }

  /** The connection works again after trouble: who waited because of that goes on, who has a time of their own keeps it. */
  async wakeStalled(tx: Transaction, connectionId: string): Promise<void> {
    await this.lanes.pushAll(tx, connectionId, await this.links.wakeStalled(tx, connectionId, STALLS_ALL));
  }

  /**
   * Takes up again what waits without a job: a change committed while a person resumed, a job given up. Called with every
   * pull, and harmless where there is a job.
   */
  async takeUpStranded(tx: Transaction, connectionId: string): Promise<void> {
    const orderIds = await this.links.listStranded(tx, connectionId);
    await this.lanes.pushAll(tx, connectionId, orderIds, { keepTimes: true });
  }

  /**
   * A person wants one order tried again now.
   * @throws AppError 404 when nothing of the order was ever to be sent.
   */
  async retry(actor: Actor, orderId: string): Promise<void> {
    await this.transactions.run(actor, async (tx) => {
      const connection = await this.connections.findCurrent(tx);
      if (!connection) throw notConnected();
      const link = await this.links.lock(tx, connection.id, orderId);
      if (!link) throw orderNotLinked();
      if (link.state === 'synced') return;
      await this.links.restart(tx, link.id, link.problemCode === 'LEAD_GONE');
      if (connection.state === 'active') await this.lanes.push(tx, connection.id, orderId, null);
    });
  }

  hasSent(tx: Transaction, connectionId: string): Promise<boolean> {
    return this.links.hasExternalIds(tx, connectionId);
  }
}
