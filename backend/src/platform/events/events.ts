import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { managerOf, type Transaction } from '../database/index.js';
import { LIVE_CHANNEL, type LiveNotice } from './live-notice.js';

export interface DomainEvent {
  /** In the past tense: `order.created`. */
  readonly type: string;
  /** Version of the payload's shape. */
  readonly version: number;
  readonly subject: { readonly type: string; readonly id: string };
  readonly payload?: Readonly<Record<string, unknown>>;
}

/** Runs inside the transaction of the change: what it throws undoes the change. No HTTP calls. */
export type EventSubscriber = (tx: Transaction, event: DomainEvent) => Promise<void>;

/** History and live updates: the event row and its notification are part of the change's transaction. */
@Injectable()
export class Events {
  private readonly subscribers = new Map<string, EventSubscriber[]>();

  /**
   * Registers a module that must act together with a change it does not make itself, for example write the job that
   * sends it out. In `onModuleInit`, so that no event is missed.
   */
  subscribe(types: readonly string[], subscriber: EventSubscriber): void {
    for (const type of types) this.subscribers.set(type, [...(this.subscribers.get(type) ?? []), subscriber]);
  }

  /** Returns the event's id, the natural idempotency key of jobs caused by it. */
  async record(tx: Transaction, event: DomainEvent): Promise<string> {
    const { actor } = tx;
    const id = uuidv7();
    const notice = noticeOf(tx, event);
    await managerOf(tx).query(
      `with noticed as (select pg_notify($10, $11))
       insert into events
         (id, organization_id, type, event_version, subject_type, subject_id, actor_user_id, request_id, payload, occurred_at)
       select $1::uuid, $2::uuid, $3, $4::int, $5, $6::uuid, $7::uuid, $8, $9::jsonb, now() from noticed`,
      [
        id,
        actor.organizationId,
        event.type,
        event.version,
        event.subject.type,
        event.subject.id,
        actor.userId,
        actor.requestId,
        JSON.stringify(event.payload ?? {}),
        LIVE_CHANNEL,
        JSON.stringify(notice),
      ],
    );
    for (const subscriber of this.subscribers.get(event.type) ?? []) await subscriber(tx, event);
    return id;
  }

  /** Tells those who listen, when the transaction commits, and keeps nothing: for what has no history. */
  async announce(tx: Transaction, event: DomainEvent): Promise<void> {
    await managerOf(tx).query(`select pg_notify($1, $2)`, [LIVE_CHANNEL, JSON.stringify(noticeOf(tx, event))]);
  }

  /** Tells every process that a session is over, when the transaction commits. */
  async announceSessionEnd(tx: Transaction, sessionId: string): Promise<void> {
    const notice: LiveNotice = { kind: 'session-ended', organizationId: tx.actor.organizationId, sessionId };
    await managerOf(tx).query(`select pg_notify($1, $2)`, [LIVE_CHANNEL, JSON.stringify(notice)]);
  }
}

function noticeOf({ actor }: Transaction, { type, subject }: DomainEvent): LiveNotice {
  const { organizationId } = actor;
  return { kind: 'change', organizationId, type, subjectType: subject.type, subjectId: subject.id };
}
