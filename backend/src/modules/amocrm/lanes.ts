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
    const { payload, key } = pushOf(connectionId, orderId);
    return this.jobs.enqueue(tx, PUSH_ORDER, payload, {
      ...pushOptions(connectionId),
      key,
      ...(runAt !== null && { runAt }),
    });
  }

  /** All of them now, in the order given. `keepTimes`: of those that are enqueued already none is moved. */
  pushAll(
    tx: Transaction,
    connectionId: string,
    orderIds: readonly string[],
    { keepTimes = false }: { readonly keepTimes?: boolean } = {},
  ): Promise<void> {
    const jobs = orderIds.map((orderId) => pushOf(connectionId, orderId));
    return this.jobs.enqueueMany(tx, PUSH_ORDER, jobs, { ...pushOptions(connectionId), keepRunAt: keepTimes });
  }

  /**
   * Never two waiting pulls of one connection. A pull goes before every push that waits, else a backlog would keep stages
   * out for as long as it lasts; it keeps its time, so that the pulls of many connections take turns.
   */
  pull(tx: Transaction, connectionId: string): Promise<void> {
    return this.jobs.enqueue(
      tx,
      PULL,
      { connectionId },
      {
        queue: laneOf(connectionId),
        key: `amocrm:pull:${connectionId}`,
        maxAttempts: 1,
        priority: BEFORE_PUSHES,
        keepRunAt: true,
      },
    );
  }
}

const BEFORE_PUSHES = -1;

/**
 * Only a defect of ours makes a push fail as a job, and seldom one that time mends: with the library's delays (e^n
 * seconds) it is parked for a person after about four minutes.
 */
const PUSH_ATTEMPTS = 6;

const laneOf = (connectionId: string) => `amocrm:${connectionId}`;

const pushOptions = (connectionId: string) => ({ queue: laneOf(connectionId), maxAttempts: PUSH_ATTEMPTS });

const pushOf = (connectionId: string, orderId: string) => ({
  payload: { connectionId, orderId },
  key: `amocrm:push:${connectionId}:${orderId}`,
});
