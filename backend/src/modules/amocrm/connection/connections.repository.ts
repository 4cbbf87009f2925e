import { Injectable } from '@nestjs/common';
import { newId } from '@smet/database';
import type { Actor } from '../../../platform/access/index.js';
import { managerOf, type Transaction, Transactions } from '../../../platform/database/index.js';
import {
  readSettings,
  type Connection,
  type ConnectionDraft,
  type ConnectionState,
  type ConnectionTrouble,
  type Direction,
} from './connection.js';

/** Raw columns: bigint arrives as text. */
interface Row {
  id: string;
  base_url: string;
  secret: Buffer;
  secret_key_id: string;
  account_id: string | null;
  account_name: string | null;
  state: ConnectionState;
  problem_code: string | null;
  problem_detail: string | null;
  last_success_at: Date | null;
  pull_watermark: Date | null;
  settings: Record<string, unknown>;
  version: number;
}

const SELECT = `
  select id, base_url, secret, secret_key_id, account_id, account_name, state, problem_code, problem_detail,
         last_success_at, pull_watermark, settings, version
    from connections where kind = 'amocrm'`;

/** People raise the version, background work does not: it would make every form stale. */
@Injectable()
export class ConnectionsRepository {
  constructor(private readonly transactions: Transactions) {}

  /** The connection of the organization. */
  async findCurrent(source: Actor | Transaction): Promise<Connection | null> {
    const rows = await this.transactions.query<Row>(source, SELECT);
    return rows[0] ? toConnection(rows[0]) : null;
  }

  async find(tx: Transaction, id: string): Promise<Connection | null> {
    const [row] = await managerOf(tx).query<Row[]>(`${SELECT} and id = $1`, [id]);
    return row ? toConnection(row) : null;
  }

  async listStates(tx: Transaction): Promise<{ id: string; state: ConnectionState }[]> {
    return managerOf(tx).query(`select id, state from connections where kind = 'amocrm' order by id`);
  }

  /** False when the organization has one already: somebody else has just connected. */
  async insert(tx: Transaction, id: string, draft: ConnectionDraft): Promise<boolean> {
    const rows = await managerOf(tx).query<unknown[]>(
      `insert into connections
         (id, organization_id, kind, name, base_url, secret, secret_key_id, account_id, account_name, state,
          owner_user_id, visibility, pull_watermark, settings)
       values ($1, $2, 'amocrm', $3, $4, $5, $6, $7, $3, 'active', $8, 'organization', now(), $9::jsonb)
       on conflict on constraint uq_connections_kind do nothing returning id`,
      [
        id,
        tx.actor.organizationId,
        draft.accountName,
        draft.baseUrl,
        draft.secret.data,
        draft.secret.keyId,
        draft.accountId,
        tx.actor.userId,
        JSON.stringify(settingsOf(draft)),
      ],
    );
    return rows.length === 1;
  }

  /** False when the version is not the current one any more. */
  async save(tx: Transaction, id: string, version: number, draft: ConnectionDraft): Promise<boolean> {
    const [, changed] = await managerOf(tx).query<[unknown, number]>(
      `update connections
          set base_url = $3, secret = $4, secret_key_id = $5, account_id = $6, account_name = $7, name = $7,
              state = 'active', problem_code = null, problem_detail = null, settings = $8::jsonb,
              version = version + 1, updated_at = now()
        where id = $1 and version = $2`,
      [
        id,
        version,
        draft.baseUrl,
        draft.secret.data,
        draft.secret.keyId,
        draft.accountId,
        draft.accountName,
        JSON.stringify(settingsOf(draft)),
      ],
    );
    return changed === 1;
  }

  /** A person pauses or resumes; false when it is not in one of the states that `from` names. */
  async changeState(
    tx: Transaction,
    id: string,
    from: readonly ConnectionState[],
    to: ConnectionState,
  ): Promise<boolean> {
    const [, changed] = await managerOf(tx).query<[unknown, number]>(
      `update connections
          set state = $3, problem_code = null, problem_detail = null,
              settings = settings || '{"holdUntil": null}', version = version + 1, updated_at = now()
        where id = $1 and state = any($2::text[])`,
      [id, from, to],
    );
    return changed === 1;
  }

  /**
   * Background work met trouble. Only an active connection takes it: what a person has paused stays paused.
   * True when it stopped the connection just now.
   */
  async recordTrouble(tx: Transaction, id: string, trouble: ConnectionTrouble): Promise<boolean> {
    const [, changed] = await managerOf(tx).query<[unknown, number]>(
      `update connections
          set state = $2, problem_code = $3, problem_detail = $4, updated_at = now(),
              settings = settings || jsonb_build_object('holdUntil', $5::text, 'problemOf', $6::text)
        where id = $1 and state = 'active'`,
      [
        id,
        trouble.state,
        trouble.problem.code,
        trouble.problem.detail,
        trouble.holdUntil?.toISOString() ?? null,
        trouble.by,
      ],
    );
    return changed === 1 && trouble.state !== 'active';
  }

  /**
   * An exchange succeeded. True when there was trouble before that is over now: what a pull met only a pull can take
   * back, because pushes may go through all the while. The lock lets others refer to the connection: orders are made
   * meanwhile.
   */
  async recordSuccess(tx: Transaction, id: string, by: Direction, watermark: Date | null): Promise<boolean> {
    const [before] = await managerOf(tx).query<{ troubled: boolean }[]>(
      `select problem_code is not null and ($2 = 'pull' or settings->>'problemOf' is distinct from 'pull') as troubled
         from connections where id = $1 and state = 'active' for no key update`,
      [id, by],
    );
    if (!before) return false;
    await managerOf(tx).query(
      `update connections
          set last_success_at = now(), updated_at = now(), pull_watermark = coalesce($2, pull_watermark),
              problem_code = case when $3 then null else problem_code end,
              problem_detail = case when $3 then null else problem_detail end,
              settings = settings || '{"holdUntil": null}'
        where id = $1`,
      [id, watermark, before.troubled],
    );
    return before.troubled;
  }

  async storeSecret(tx: Transaction, id: string, secret: Connection['secret']): Promise<void> {
    await managerOf(tx).query(
      `update connections set secret = $2, secret_key_id = $3, updated_at = now() where id = $1`,
      [id, secret.data, secret.keyId],
    );
  }
}

export const newConnectionId = newId;

function settingsOf(draft: ConnectionDraft): Record<string, unknown> {
  return { schemaVersion: 1, tokenHint: draft.tokenHint, stageNames: draft.stageNames, holdUntil: null };
}

function toConnection(row: Row): Connection {
  return {
    id: row.id,
    baseUrl: row.base_url,
    secret: { data: row.secret, keyId: row.secret_key_id },
    accountId: row.account_id === null ? null : Number(row.account_id),
    accountName: row.account_name,
    state: row.state,
    problemCode: row.problem_code,
    problemDetail: row.problem_detail,
    lastSuccessAt: row.last_success_at,
    pullWatermark: row.pull_watermark,
    settings: readSettings(row.settings),
    version: row.version,
  };
}
