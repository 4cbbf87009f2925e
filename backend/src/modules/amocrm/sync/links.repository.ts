import { Injectable } from '@nestjs/common';
import { newId } from '@smet/database';
import { managerOf, type Transaction } from '../../../platform/database/index.js';
import type { ContactAgreement, LeadAgreement } from './content.js';
import type { ProblemCode } from '../problem-codes.js';
import type { Problem } from './outcome-policy.js';

export type LinkState = 'waiting' | 'sending' | 'synced' | 'rejected';
type EntityType = 'order' | 'client';

export interface Link {
  readonly id: string;
  readonly connectionId: string;
  readonly entityId: string;
  readonly externalId: number | null;
  readonly state: LinkState;
  readonly intentAt: Date | null;
  readonly contentHash: string | null;
  readonly problemCode: string | null;
  readonly attempts: number;
  readonly retryAt: Date | null;
  readonly syncedContent: unknown;
}

interface Row extends Omit<Link, 'externalId'> {
  readonly externalId: string | null;
}

const COLUMNS = `
  id, connection_id as "connectionId", entity_id as "entityId", external_id as "externalId", state,
  intent_at as "intentAt", content_hash as "contentHash", problem_code as "problemCode", attempts,
  retry_at as "retryAt", synced_content as "syncedContent"`;

/**
 * Longer than the calls of one push with every time-out, and than a failed job waits for its next try: enqueuing it anew
 * would begin its tries from the first.
 */
const STRANDED_AFTER = '10 minutes';

const EXTERNAL_TYPE: Readonly<Record<EntityType, string>> = { order: 'lead', client: 'contact' };

/** What was agreed on, written after a success. */
export interface SyncedLink {
  readonly externalId: number;
  readonly contentHash: string;
  readonly agreement: LeadAgreement | ContactAgreement;
}

@Injectable()
export class LinksRepository {
  /**
   * Says that something of ours has to go out, made when it is new. A parked one is tried again, because it has
   * changed; one that waits for its time keeps it.
   */
  async markWaiting(tx: Transaction, connectionId: string, orderId: string): Promise<{ retryAt: Date | null }> {
    const [row] = await managerOf(tx).query<{ retryAt: Date | null }[]>(
      `insert into external_links as link
         (id, organization_id, connection_id, entity_type, entity_id, external_type, state)
       values ($1, $2, $3, 'order', $4, 'lead', 'waiting')
       on conflict on constraint uq_external_links_entity_id do update
         set state = 'waiting', updated_at = now(),
             attempts = case when link.state = 'rejected' then 0 else link.attempts end,
             problem_code = case when link.state = 'rejected' then null else link.problem_code end,
             problem_detail = case when link.state = 'rejected' then null else link.problem_detail end
       returning retry_at as "retryAt"`,
      [newId(), tx.actor.organizationId, connectionId, orderId],
    );
    return row ?? { retryAt: null };
  }

  /** The link of an order, locked for the rest of the transaction. */
  async lock(tx: Transaction, connectionId: string, orderId: string): Promise<Link | null> {
    const [row] = await managerOf(tx).query<Row[]>(
      `select ${COLUMNS} from external_links
        where connection_id = $1 and entity_type = 'order' and entity_id = $2 for update`,
      [connectionId, orderId],
    );
    return row ? toLink(row) : null;
  }

  /** The link of a client, made when it is missing. Only the lane of the connection writes it. */
  async ensureOfClient(tx: Transaction, connectionId: string, clientId: string): Promise<Link> {
    await managerOf(tx).query(
      `insert into external_links (id, organization_id, connection_id, entity_type, entity_id, external_type, state)
       values ($1, $2, $3, 'client', $4, $5, 'waiting') on conflict do nothing`,
      [newId(), tx.actor.organizationId, connectionId, clientId, EXTERNAL_TYPE.client],
    );
    const [row] = await managerOf(tx).query<Row[]>(
      `select ${COLUMNS} from external_links
        where connection_id = $1 and entity_type = 'client' and entity_id = $2`,
      [connectionId, clientId],
    );
    if (!row) throw new Error('the link of the client vanished');
    return toLink(row);
  }

  /**
   * The recorded intent, committed before the call. While it is not known whether the first try has made something over
   * there, the time of that try stays.
   */
  async begin(tx: Transaction, linkId: string, at: Date): Promise<void> {
    await managerOf(tx).query(
      `update external_links
          set state = 'sending', updated_at = now(),
              intent_at = case when external_id is null then coalesce(intent_at, $2) else $2 end
        where id = $1`,
      [linkId, at],
    );
  }

  /** A change made while we were sending leaves it waiting: its own job follows. */
  async finish(tx: Transaction, linkId: string, synced: SyncedLink): Promise<void> {
    await managerOf(tx).query(
      `update external_links
          set state = case when state = 'sending' then 'synced' else state end,
              external_id = $2, content_hash = $3, synced_content = $4::jsonb, synced_at = now(), updated_at = now(),
              problem_code = null, problem_detail = null, attempts = 0, retry_at = null
        where id = $1`,
      [linkId, synced.externalId, synced.contentHash, JSON.stringify(synced.agreement)],
    );
  }

  /**
   * As `finish` for a contact. When somebody has merged two contacts over there, one may stand for two of our clients;
   * the first keeps it and the other is looked up anew each time.
   */
  async finishContact(tx: Transaction, linkId: string, synced: SyncedLink): Promise<void> {
    await managerOf(tx).query(
      `update external_links as link
          set state = 'synced', content_hash = $3, synced_content = $4::jsonb, synced_at = now(), updated_at = now(),
              external_id = case when exists (
                select from external_links other
                 where other.connection_id = link.connection_id and other.external_type = link.external_type
                   and other.external_id = $2 and other.id <> link.id) then null else $2::bigint end
        where id = $1`,
      [linkId, synced.externalId, synced.contentHash, JSON.stringify(synced.agreement)],
    );
  }

  /** There is nothing to send (any more). */
  async settle(tx: Transaction, linkId: string): Promise<void> {
    await managerOf(tx).query(
      `update external_links
          set state = 'synced', problem_code = null, problem_detail = null, attempts = 0, retry_at = null,
              updated_at = now()
        where id = $1`,
      [linkId],
    );
  }

  /** Back to waiting; without a time it waits for a person or for the connection. */
  async postpone(tx: Transaction, linkId: string, problem: Problem, retryAt: Date | null): Promise<void> {
    await managerOf(tx).query(
      `update external_links
          set state = 'waiting', problem_code = $2, problem_detail = $3, retry_at = $4, attempts = attempts + 1,
              updated_at = now()
        where id = $1`,
      [linkId, problem.code, problem.detail, retryAt],
    );
  }

  /** Parks it for a person, unless it was changed meanwhile and is tried again anyway. */
  async reject(tx: Transaction, linkId: string, problem: Problem): Promise<boolean> {
    const [, changed] = await managerOf(tx).query<[unknown, number]>(
      `update external_links
          set state = 'rejected', problem_code = $2, problem_detail = $3, retry_at = null, attempts = attempts + 1,
              updated_at = now()
        where id = $1 and state = 'sending'`,
      [linkId, problem.code, problem.detail],
    );
    return changed === 1;
  }

  /** A defect of ours met it: the reason is told at once, `last` parks it for a person. */
  async recordDefect(tx: Transaction, linkId: string, problem: Problem, last: boolean): Promise<void> {
    await managerOf(tx).query(
      `update external_links
          set problem_code = $2, problem_detail = $3, attempts = attempts + 1, updated_at = now(),
              state = case when $4 then 'rejected' else state end, retry_at = case when $4 then null else retry_at end
        where id = $1`,
      [linkId, problem.code, problem.detail, last],
    );
  }

  /** A person wants it tried again now. `forget`: what it was tied to is gone and must be looked for anew. */
  async restart(tx: Transaction, linkId: string, forget: boolean): Promise<void> {
    await managerOf(tx).query(
      `update external_links
          set state = 'waiting', attempts = 0, retry_at = null, problem_code = null, problem_detail = null,
              updated_at = now(),
              external_id = case when $2 then null else external_id end,
              content_hash = case when $2 then null else content_hash end,
              synced_content = case when $2 then null else synced_content end,
              intent_at = case when $2 then created_at else intent_at end
        where id = $1`,
      [linkId, forget],
    );
  }

  async storeAgreement(tx: Transaction, linkId: string, agreement: LeadAgreement, contentHash: string): Promise<void> {
    await managerOf(tx).query(
      `update external_links set synced_content = $2::jsonb, content_hash = $3, updated_at = now() where id = $1`,
      [linkId, JSON.stringify(agreement), contentHash],
    );
  }

  /** Orders that have something to send, the longest waiting first; none of them waits for a time of its own any more. */
  wakeAll(tx: Transaction, connectionId: string): Promise<string[]> {
    return this.wake(tx, connectionId, null);
  }

  /** As `wakeAll`, but only those that wait for a time because of one of these problems. */
  wakeStalled(tx: Transaction, connectionId: string, problemCodes: readonly ProblemCode[]): Promise<string[]> {
    return this.wake(tx, connectionId, problemCodes);
  }

  /** Orders whose time has passed long ago: more than a job that runs or waits for its turn would need. */
  async listStranded(tx: Transaction, connectionId: string): Promise<string[]> {
    const rows = await managerOf(tx).query<{ id: string }[]>(
      `select entity_id as id from external_links
        where connection_id = $1 and entity_type = 'order' and state in ('waiting', 'sending')
          and greatest(updated_at, retry_at) < now() - interval '${STRANDED_AFTER}' order by updated_at limit 1000`,
      [connectionId],
    );
    return rows.map((row) => row.id);
  }

  /**
   * Rows that others hold are left alone: a change of the order enqueues its own job, and waiting for many rows in another
   * order than others do would be a deadlock. `updated_at` stays, it is the order of the queue.
   */
  private async wake(
    tx: Transaction,
    connectionId: string,
    problemCodes: readonly ProblemCode[] | null,
  ): Promise<string[]> {
    const [rows] = await managerOf(tx).query<[{ id: string; since: Date }[], number]>(
      `with held as (
         select id from external_links
          where connection_id = $1 and entity_type = 'order' and state in ('waiting', 'sending')
            and ($2::text[] is null or (retry_at is not null and problem_code = any($2)))
            for no key update skip locked)
       update external_links link set retry_at = null from held where link.id = held.id
       returning link.entity_id as id, link.updated_at as since`,
      [connectionId, problemCodes],
    );
    return rows.toSorted((a, b) => a.since.getTime() - b.since.getTime()).map((row) => row.id);
  }

  async hasExternalIds(tx: Transaction, connectionId: string): Promise<boolean> {
    const rows = await managerOf(tx).query<unknown[]>(
      `select 1 from external_links where connection_id = $1 and external_id is not null limit 1`,
      [connectionId],
    );
    return rows.length > 0;
  }

  /** Links of those leads that are ours. */
  async listByLeads(tx: Transaction, connectionId: string, leadIds: readonly number[]): Promise<Link[]> {
    const rows = await managerOf(tx).query<Row[]>(
      `select ${COLUMNS} from external_links
        where connection_id = $1 and entity_type = 'order' and external_type = 'lead'
          and external_id = any($2::bigint[])`,
      [connectionId, leadIds],
    );
    return rows.map(toLink);
  }

  /**
   * Locks the order before its link, as every change of an order does: the other way round two transactions could wait
   * for each other. The lock lets others refer to the order: an estimate is made meanwhile.
   */
  async lockWithOrder(tx: Transaction, connectionId: string, orderId: string): Promise<Link | null> {
    await managerOf(tx).query(`select 1 from orders where id = $1 for no key update`, [orderId]);
    return this.lock(tx, connectionId, orderId);
  }
}

function toLink(row: Row): Link {
  return { ...row, externalId: row.externalId === null ? null : Number(row.externalId) };
}
