import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor } from '../access/index.js';
import { conflict, sqlState, validationFailed } from '../http/index.js';
import { markReplayed } from '../observability/request-context.js';
import type { IdempotencyRequest } from './idempotency.js';
import { ReadPool } from './read-pool.js';
import { closeTransaction, managerOf, openTransaction, type Transaction } from './transaction.js';

const LOCK_NOT_AVAILABLE = '55P03';
const TWIN_WAITS = '3s';

/** Look-ups that must work before an organization is known; each is a narrow SECURITY DEFINER function. */
export type LookupFunction =
  'auth_find_user' | 'auth_find_refresh_token' | 'auth_find_session' | 'due_connections' | 'find_proposal_link';

/** The only way to the database: every statement runs in a transaction bound to the actor's organization. */
@Injectable()
export class Transactions {
  constructor(
    private readonly dataSource: DataSource,
    private readonly reads: ReadPool,
  ) {}

  /**
   * Runs `work` in one read-write transaction of the actor's organization; commits when it returns, rolls back when it
   * throws. Never retried, so `work` may not be repeated behind the caller's back. No HTTP calls inside.
   */
  run<T>(actor: Actor, work: (tx: Transaction) => Promise<T>): Promise<T> {
    return this.dataSource.transaction(async (manager) => {
      await bindOrganization(manager, actor);
      return inside(actor, manager, work);
    });
  }

  /**
   * As `run`, but at most once per idempotency key: the answer is stored in the same transaction as the change and a
   * repetition gets it back. `work` must return plain JSON data (what the route answers). Null means: run without a key,
   * and so does the system as actor: its jobs are idempotent by themselves.
   * @throws AppError 409 IDEMPOTENCY.IN_PROGRESS when the twin is still running, 422 IDEMPOTENCY.KEY_REUSED when the
   * key came with another request before.
   */
  async runOnce<T>(
    actor: Actor,
    idempotency: IdempotencyRequest | null,
    work: (tx: Transaction) => Promise<T>,
  ): Promise<T> {
    if (idempotency === null || actor.userId === null) return this.run(actor, work);
    return this.dataSource.transaction(async (manager) => {
      await bindOrganization(manager, actor);
      if (!(await claimKey(manager, actor, idempotency))) return replay<T>(manager, actor, idempotency);
      const answer = await inside(actor, manager, work);
      await manager.query(
        `update idempotency_keys set body = $4::jsonb
          where organization_id = $1 and user_id = $2 and key = $3`,
        [actor.organizationId, actor.userId, idempotency.key, JSON.stringify(answer)],
      );
      return answer;
    });
  }

  /**
   * One read-only statement of the actor's organization in a single round trip; raw rows (bigint and numeric as
   * strings). `sql` must be built from constants and placeholders only.
   */
  read<R>(actor: Actor, sql: string, params: readonly unknown[]): Promise<R[]> {
    return this.reads.read<R>(actor.organizationId, sql, params);
  }

  /**
   * One statement that only reads: within an open transaction, which sees its own changes, or else as `read` does. The rows
   * are as raw as there.
   */
  query<R>(source: Actor | Transaction, sql: string, params: readonly unknown[] = []): Promise<R[]> {
    return 'actor' in source ? managerOf(source).query<R[]>(sql, [...params]) : this.read<R>(source, sql, params);
  }

  /** Calls one of the SECURITY DEFINER functions that need no organization; the rows it returns. */
  async lookup<R>(name: LookupFunction, args: readonly unknown[]): Promise<R[]> {
    const placeholders = args.map((_, index) => `$${index + 1}`).join(', ');
    return this.dataSource.query<R[]>(`select * from ${name}(${placeholders})`, [...args]);
  }
}

async function bindOrganization(manager: EntityManager, actor: Actor): Promise<void> {
  await manager.query(`select set_config('smet.organization_id', $1, true)`, [actor.organizationId]);
}

async function inside<T>(actor: Actor, manager: EntityManager, work: (tx: Transaction) => Promise<T>): Promise<T> {
  const tx = openTransaction(actor, manager);
  try {
    return await work(tx);
  } finally {
    closeTransaction(tx);
  }
}

/** True when this request is the first with its key. A twin waits here for the first one's commit, but briefly. */
async function claimKey(manager: EntityManager, actor: Actor, idempotency: IdempotencyRequest): Promise<boolean> {
  await manager.query(`set local lock_timeout = '${TWIN_WAITS}'`);
  try {
    const claimed: unknown[] = await manager.query(
      `insert into idempotency_keys (organization_id, user_id, key, request_hash)
       values ($1, $2, $3, $4) on conflict do nothing returning key`,
      [actor.organizationId, actor.userId, idempotency.key, idempotency.requestHash],
    );
    await manager.query(`set local lock_timeout = default`);
    return claimed.length === 1;
  } catch (error) {
    if (sqlState(error) === LOCK_NOT_AVAILABLE) throw conflict('IDEMPOTENCY.IN_PROGRESS', { retryAfterSeconds: 1 });
    throw error;
  }
}

async function replay<T>(manager: EntityManager, actor: Actor, idempotency: IdempotencyRequest): Promise<T> {
  const [stored] = await manager.query<{ request_hash: string; body: T }[]>(
    `select request_hash, body from idempotency_keys where organization_id = $1 and user_id = $2 and key = $3`,
    [actor.organizationId, actor.userId, idempotency.key],
  );
  if (!stored) throw conflict('IDEMPOTENCY.IN_PROGRESS', { retryAfterSeconds: 1 });
  if (stored.request_hash !== idempotency.requestHash) {
    throw validationFailed('IDEMPOTENCY.KEY_REUSED', [{ path: 'Idempotency-Key', code: 'IDEMPOTENCY_KEY_REUSED' }]);
  }
  markReplayed();
  return stored.body;
}
