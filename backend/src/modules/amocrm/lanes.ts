import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../platform/database/index.js';
import { Jobs } from '../../platform/jobs/index.js';

export const PUSH_ORDER = 'amocrm.push-order';
export const PULL = 'amocrm.pull';

/**
 * The background lane of a connection: one job of it at a time in all processes, because amoCRM finds no duplicates by
 * itself and counts requests per account.
 */
@Injectable()
export class Lanes {
  constructor(private readonly jobs: Jobs) {}

  /** Several pushes of one order that wait become one; one that runs is followed by another. */
  push(tx: Transaction, connectionId: string, orderId: string, runAt: Date | null): Promise<void> {
    return this.jobs.enqueue(
      tx,
      PUSH_ORDER,
      { connectionId, orderId },
      {
        queue: laneOf(connectionId),
        key: `amocrm:push:${connectionId}:${orderId}`,
        ...(runAt !== null && { runAt }),
      },
    );
  }

  /** Never two waiting pulls of one connection. */
  pull(tx: Transaction, connectionId: string): Promise<void> {
    return this.jobs.enqueue(
      tx,
      PULL,
      { connectionId },
      { queue: laneOf(connectionId), key: `amocrm:pull:${connectionId}`, maxAttempts: 1 },
    );
  }
}

const laneOf = (connectionId: string) => `amocrm:${connectionId}`;
