import { Injectable } from '@nestjs/common';
import { managerOf, type Transaction } from '../database/index.js';

type Payload = Readonly<Record<string, unknown>>;

interface LaneOptions {
  /** Jobs of one queue run one at a time: a lane per external account. */
  readonly queue?: string;
  readonly runAt?: Date;
  /** How often it is tried before it is left for a person; 25 without. */
  readonly maxAttempts?: number;
  /** Of the jobs that are due the lowest number runs first; 0 without. */
  readonly priority?: number;
  /** A waiting job with the same key keeps its time instead of taking the one given here. */
  readonly keepRunAt?: boolean;
}

export interface JobOptions extends LaneOptions {
  /** A waiting job with the same key is replaced by this one. */
  readonly key?: string;
}

/** One of many jobs of a task, with a key of its own. */
export interface KeyedJob {
  readonly payload: Payload;
  readonly key: string;
}

const ENQUEUE = `
  select enqueue_job($1::text, job.payload, $2::text, $3::timestamptz, $4::int, job.key, $5::text, $6::int)
    from unnest($7::json[], $8::text[]) with ordinality as job (payload, key, position) order by job.position`;

/** Enqueues background work in the transaction of the change that causes it: no change, no job. */
@Injectable()
export class Jobs {
  /** `payload` must be plain JSON; organization and request id are added. */
  async enqueue(tx: Transaction, task: string, payload: Payload, options: JobOptions = {}): Promise<void> {
    await this.send(tx, task, [{ payload, key: options.key ?? null }], options);
  }

  /** Many jobs of one task in one statement, run in the order given. */
  async enqueueMany(
    tx: Transaction,
    task: string,
    jobs: readonly KeyedJob[],
    options: LaneOptions = {},
  ): Promise<void> {
    if (jobs.length > 0) await this.send(tx, task, jobs, options);
  }

  private async send(
    tx: Transaction,
    task: string,
    jobs: readonly { readonly payload: Payload; readonly key: string | null }[],
    options: LaneOptions,
  ): Promise<void> {
    const { organizationId, requestId } = tx.actor;
    await managerOf(tx).query(ENQUEUE, [
      task,
      options.queue ?? null,
      options.runAt ?? null,
      options.maxAttempts ?? null,
      options.keepRunAt ? 'preserve_run_at' : 'replace',
      options.priority ?? null,
      jobs.map(({ payload }) => JSON.stringify({ ...payload, organizationId, requestId })),
      jobs.map(({ key }) => key),
    ]);
  }
}
