import { Injectable } from '@nestjs/common';
import { newId } from '@smet/database';
import type { Actor } from '../../../platform/access/index.js';
import { managerOf, Transactions, type Transaction } from '../../../platform/database/index.js';
import { sqlState } from '../../../platform/http/index.js';
import type { KnownClient } from './client-verdict.js';

/** Rows to be written, as JSON that PostgreSQL takes apart. */
export interface NewClientRow {
  readonly id: string;
  readonly name: string;
  readonly kind: 'person' | 'company';
  readonly source: string | null;
  readonly comment: string | null;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** Columns that are there are written, also when they are null; own fields are merged in, null takes one away. */
export interface ClientChange {
  readonly id: string;
  readonly version: number;
  readonly columns: Readonly<Partial<Record<'name' | 'kind' | 'source' | 'comment', string | null>>>;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** One entry of a list of a client. */
export interface ListEntry {
  readonly clientId: string;
  readonly text: string;
}

const LISTS = {
  phones: { table: 'client_phones', column: 'number' },
  emails: { table: 'client_emails', column: 'email' },
  addresses: { table: 'client_addresses', column: 'text' },
} as const;
export type TextList = keyof typeof LISTS;

const REFERENCED = '23503';

const KNOWN = `
  select c.id, c.version, c.deleted_at is not null as deleted, c.name, c.kind, c.source, c.comment, c.fields,
         coalesce((select json_agg(json_build_object('number', p.number, 'shared', p.shared) order by p.position)
                     from client_phones p where p.client_id = c.id), '[]') as phones,
         coalesce((select json_agg(e.email order by e.position) from client_emails e where e.client_id = c.id), '[]') as emails,
         coalesce((select json_agg(a.text order by a.position) from client_addresses a where a.client_id = c.id), '[]')
           as addresses,
         coalesce((select json_agg(t.name order by t.name) from client_tags k join tags t on t.id = k.tag_id
                    where k.client_id = c.id), '[]') as tags
    from clients c`;

/** Clients by the thousand, each method one statement. */
@Injectable()
export class ClientsImportRepository {
  constructor(private readonly transactions: Transactions) {}

  /** Clients with one of these phones (E.164) or e-mails, also those in the trash. */
  findKnown(tx: Transaction, phones: readonly string[], emails: readonly string[]): Promise<KnownClient[]> {
    return managerOf(tx).query<KnownClient[]>(
      `${KNOWN} where c.merged_into_id is null and c.id in (
         select p.client_id from client_phones p where p.number = any($1::text[])
         union select e.client_id from client_emails e where lower(e.email) = any($2::text[]))
       order by c.created_at, c.id`,
      [phones, emails.map((email) => email.toLowerCase())],
    );
  }

  /** By id, after the given one. */
  listClients(actor: Actor, after: string, limit: number): Promise<KnownClient[]> {
    const sql = `${KNOWN} where c.deleted_at is null and c.merged_into_id is null and c.id > $1 order by c.id limit $2`;
    return this.transactions.read<KnownClient>(actor, sql, [after, limit]);
  }

  /** Which of these numbers (E.164) somebody has. */
  async listTaken(tx: Transaction, numbers: readonly string[]): Promise<{ number: string; clientId: string }[]> {
    return managerOf(tx).query<{ number: string; clientId: string }[]>(
      `select number, client_id as "clientId" from client_phones where number = any($1::text[])`,
      [numbers],
    );
  }

  async insert(tx: Transaction, clients: readonly NewClientRow[]): Promise<void> {
    if (clients.length === 0) return;
    const { organizationId, userId } = tx.actor;
    await managerOf(tx).query(
      `insert into clients (id, organization_id, kind, name, source, comment, fields, responsible_user_id)
       select r.id, $1, r.kind, r.name, r.source, r.comment, r.fields, $2
         from jsonb_to_recordset($3::jsonb)
           as r (id uuid, kind text, name text, source text, comment text, fields jsonb)`,
      [organizationId, userId, JSON.stringify(clients)],
    );
  }

  /** The ids of those changed; the others have another version, or are not there any more. */
  async update(tx: Transaction, changes: readonly ClientChange[]): Promise<Set<string>> {
    if (changes.length === 0) return new Set();
    const [rows] = await managerOf(tx).query<[{ id: string }[], number]>(
      `update clients c
          set name = coalesce(r.columns ->> 'name', c.name), kind = coalesce(r.columns ->> 'kind', c.kind),
              source = case when r.columns ? 'source' then r.columns ->> 'source' else c.source end,
              comment = case when r.columns ? 'comment' then r.columns ->> 'comment' else c.comment end,
              fields = jsonb_strip_nulls(c.fields || r.fields), version = c.version + 1, updated_at = now()
         from jsonb_to_recordset($1::jsonb) as r (id uuid, version int, columns jsonb, fields jsonb)
        where c.id = r.id and c.version = r.version and c.deleted_at is null and c.merged_into_id is null
       returning c.id`,
      [JSON.stringify(changes)],
    );
    return new Set(rows.map(({ id }) => id));
  }

  /** Behind what the clients have already. */
  async addTexts(tx: Transaction, list: TextList, entries: readonly ListEntry[]): Promise<void> {
    if (entries.length === 0) return;
    const { table, column } = LISTS[list];
    await managerOf(tx).query(
      `insert into ${table} (id, organization_id, client_id, ${column}, position)
       select r.id, $1, r.client_id, r.text,
              coalesce((select max(t.position) + 1 from ${table} t where t.client_id = r.client_id), 0)
                + row_number() over (partition by r.client_id order by r.nth) - 1
         from unnest($2::uuid[], $3::uuid[], $4::text[]) with ordinality as r (id, client_id, text, nth)`,
      [tx.actor.organizationId, entries.map(() => newId()), ...columnsOf(entries)],
    );
  }

  async removeTexts(tx: Transaction, list: TextList, entries: readonly ListEntry[]): Promise<void> {
    if (entries.length === 0) return;
    const { table, column } = LISTS[list];
    await managerOf(tx).query(
      `delete from ${table} t using unnest($1::uuid[], $2::text[]) as r (client_id, text)
        where t.client_id = r.client_id and t.${column} = r.text`,
      columnsOf(entries),
    );
  }

  /** Tags by their names, made where there are none. */
  async addTags(tx: Transaction, entries: readonly ListEntry[]): Promise<void> {
    if (entries.length === 0) return;
    const names = [...new Set(entries.map(({ text }) => text))];
    await managerOf(tx).query(
      `insert into tags (id, organization_id, name)
       select r.id, $1, r.name from unnest($2::uuid[], $3::text[]) as r (id, name) order by lower(r.name)
       on conflict (organization_id, lower(name)) do nothing`,
      [tx.actor.organizationId, names.map(() => newId()), names],
    );
    await managerOf(tx).query(
      `insert into client_tags (id, organization_id, client_id, tag_id)
       select r.id, $1, r.client_id, t.id
         from unnest($2::uuid[], $3::uuid[], $4::text[]) as r (id, client_id, name)
         join tags t on lower(t.name) = lower(r.name)
       on conflict (organization_id, client_id, tag_id) do nothing`,
      [tx.actor.organizationId, entries.map(() => newId()), ...columnsOf(entries)],
    );
  }

  async removeTags(tx: Transaction, entries: readonly ListEntry[]): Promise<void> {
    if (entries.length === 0) return;
    await managerOf(tx).query(
      `delete from client_tags k using unnest($1::uuid[], $2::text[]) as r (client_id, name), tags t
        where lower(t.name) = lower(r.name) and k.tag_id = t.id and k.client_id = r.client_id`,
      columnsOf(entries),
    );
  }

  /**
   * Deletes those that are as they were made, with their lists, and that nothing refers to; the ids of the deleted. Who has
   * become something by now is found out by the foreign keys, one by one where they refuse.
   */
  async deleteUntouched(tx: Transaction, ids: readonly string[]): Promise<Set<string>> {
    if (ids.length === 0) return new Set();
    if (await this.attempt(tx, ids)) return this.gone(tx, ids);
    for (const id of ids) await this.attempt(tx, [id]);
    return this.gone(tx, ids);
  }

  private async gone(tx: Transaction, ids: readonly string[]): Promise<Set<string>> {
    const left = await managerOf(tx).query<{ id: string }[]>(`select id from clients where id = any($1::uuid[])`, [
      ids,
    ]);
    return new Set(ids.filter((id) => !left.some((row) => row.id === id)));
  }

  /** False when something points at one of them; the transaction goes on. */
  private async attempt(tx: Transaction, ids: readonly string[]): Promise<boolean> {
    const manager = managerOf(tx);
    await manager.query('savepoint attempt');
    try {
      const [untouched] = await manager.query<[{ id: string }[], number]>(
        `update clients set updated_at = updated_at where id = any($1::uuid[]) and version = 1
            and deleted_at is null and merged_into_id is null returning id`,
        [ids],
      );
      const own = [untouched.map(({ id }) => id)];
      for (const table of ['client_phones', 'client_emails', 'client_addresses', 'client_tags']) {
        await manager.query(`delete from ${table} where client_id = any($1::uuid[])`, own);
      }
      await manager.query(`delete from clients where id = any($1::uuid[])`, own);
      await manager.query('release savepoint attempt');
      return true;
    } catch (error) {
      if (sqlState(error) !== REFERENCED) throw error;
      await manager.query('rollback to savepoint attempt');
      return false;
    }
  }
}

function columnsOf(entries: readonly ListEntry[]): [string[], string[]] {
  return [entries.map(({ clientId }) => clientId), entries.map(({ text }) => text)];
}
