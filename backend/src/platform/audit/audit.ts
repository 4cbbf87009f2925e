import { Injectable } from '@nestjs/common';
import { newId } from '@smet/database';
import { managerOf, type Transaction } from '../database/index.js';

export interface AuditEntry {
  /** What was done, as `order.stage-changed`. */
  readonly action: string;
  readonly entityType: string;
  readonly entityId: string;
  /** Before and after of what changed; never secrets. */
  readonly changes?: Readonly<Record<string, unknown>>;
}

/** Append-only record of who changed what, written in the change's own transaction. */
@Injectable()
export class Audit {
  async write(tx: Transaction, entry: AuditEntry): Promise<void> {
    const { actor } = tx;
    await managerOf(tx).query(
      `insert into audit_log
         (id, organization_id, actor_user_id, actor_kind, action, entity_type, entity_id, changes, request_id, occurred_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8::jsonb, $9, now())`,
      [
        newId(),
        actor.organizationId,
        actor.userId,
        actor.kind,
        entry.action,
        entry.entityType,
        entry.entityId,
        JSON.stringify(entry.changes ?? {}),
        actor.requestId,
      ],
    );
  }

  /** Many entries of one transaction in one statement, in the order given. */
  async writeMany(tx: Transaction, entries: readonly AuditEntry[]): Promise<void> {
    if (entries.length === 0) return;
    const { actor } = tx;
    await managerOf(tx).query(
      `insert into audit_log
         (id, organization_id, actor_user_id, actor_kind, action, entity_type, entity_id, changes, request_id, occurred_at)
       select e.id, $1, $2, $3, e.action, e."entityType", e."entityId", e.changes, $4, now()
         from json_to_recordset($5)
           as e (id uuid, action text, "entityType" text, "entityId" uuid, changes jsonb)`,
      [
        actor.organizationId,
        actor.userId,
        actor.kind,
        actor.requestId,
        JSON.stringify(entries.map(({ changes = {}, ...entry }) => ({ id: newId(), ...entry, changes }))),
      ],
    );
  }
}
