import { Injectable } from '@nestjs/common';
import { managerOf, type Transaction } from '../database/index.js';

export interface JobOptions {
  /** Jobs of one queue run one at a time: a lane per external account. */
  readonly queue?: string;
  readonly runAt?: Date;
  /** A waiting job with the same key is replaced by this one. */
  readonly key?: string;
  /** How often it is tried before it is left for a person; 25 without. */
  readonly maxAttempts?: number;
}

/** Enqueues background work in the transaction of the change that causes it: no change, no job. */
@Injectable()
export class Jobs {
  /** `payload` must be plain JSON; organization and request id are added. */
  async enqueue(
    tx: Transaction,
    task: string,
    payload: Readonly<Record<string, unknown>>,
    options: JobOptions = {},
  ): Promise<void> {
    const envelope = { ...payload, organizationId: tx.actor.organizationId, requestId: tx.actor.requestId };
    await managerOf(tx).query(
      `select enqueue_job($1::text, $2::json, $3::text, $4::timestamptz, $5::int, $6::text, $7::text)`,
      [
        task,
        JSON.stringify(envelope),
        options.queue ?? null,
        options.runAt ?? null,
        options.maxAttempts ?? null,
        options.key ?? null,
        options.key === undefined ? null : 'replace',
      ],
    );
  }
}
