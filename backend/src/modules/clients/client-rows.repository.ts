import { Injectable } from '@nestjs/common';
import { newId } from '@smet/database';
import { managerOf, type Transaction } from '../../platform/database/index.js';
import type { FieldChanges } from '../custom-fields/index.js';
import { queryParams } from '../visibility/index.js';

/** The columns of a client's own row that people fill in. */
export interface ClientColumns {
  readonly kind?: 'person' | 'company' | undefined;
  readonly name?: string | undefined;
  readonly source?: string | null | undefined;
  readonly responsibleUserId?: string | null | undefined;
  readonly comment?: string | null | undefined;
  /** Only those that change; null takes a value away. */
  readonly fields?: FieldChanges | undefined;
}

/** A client's own row, locked for the rest of the transaction. */
export interface LockedClient {
  readonly id: string;
  readonly kind: 'person' | 'company';
  readonly version: number;
  readonly deleted: boolean;
}

const COLUMNS: Readonly<Record<Exclude<keyof ClientColumns, 'fields'>, string>> = {
  kind: 'kind',
  name: 'name',
  source: 'source',
  responsibleUserId: 'responsible_user_id',
  comment: 'comment',
};

const FIND_BY_PHONE = `
  select c.id, c.deleted_at is not null as deleted
    from client_phones p join clients c on c.id = p.client_id
   where p.number = $1 order by c.deleted_at is not null, p.shared, c.created_at, c.id limit 1`;

/**
 * Makes the client only if this statement wins the phone: the check of the phone's foreign key runs at the statement's
 * end, so the phone may go first, and a loser leaves no client behind.
 */
const CLAIM_PHONE = `
  with claimed as (
    insert into client_phones (id, organization_id, client_id, number, position) values ($1, $2, $3, $4, 0)
    on conflict (organization_id, number) where not shared do nothing returning client_id)
  insert into clients (id, organization_id, kind, name, responsible_user_id)
  select client_id, $2, 'person', $5, $6 from claimed returning id`;

/** Writes the rows of clients themselves. */
@Injectable()
export class ClientRowsRepository {
  async insert(tx: Transaction, client: ClientColumns & { readonly name: string }): Promise<string> {
    const id = newId();
    const { organizationId, userId } = tx.actor;
    const responsible = client.responsibleUserId === undefined ? userId : client.responsibleUserId;
    await managerOf(tx).query(
      `insert into clients (id, organization_id, kind, name, responsible_user_id, source, comment, fields)
       values ($1, $2, $3, $4, $5, $6, $7, jsonb_strip_nulls($8::jsonb))`,
      [
        id,
        organizationId,
        client.kind ?? 'person',
        client.name,
        responsible,
        client.source || null,
        client.comment || null,
        JSON.stringify(client.fields ?? {}),
      ],
    );
    return id;
  }

  /** Null when there is no such client, or it became another one's. Nothing can refer to it anew until the lock is gone. */
  async lock(tx: Transaction, id: string): Promise<LockedClient | null> {
    const [row] = await managerOf(tx).query<LockedClient[]>(
      `select id, kind, version, deleted_at is not null as deleted from clients
        where id = $1 and merged_into_id is null for update`,
      [id],
    );
    return row ?? null;
  }

  /** False when the version is not the current one any more. */
  async update(
    tx: Transaction,
    { id, version }: { id: string; version: number },
    patch: ClientColumns,
  ): Promise<boolean> {
    const { params, param } = queryParams();
    const names = Object.keys(COLUMNS) as (keyof typeof COLUMNS)[];
    const sets = names
      .filter((name) => patch[name] !== undefined)
      .map((name) => `${COLUMNS[name]} = ${param(patch[name] === '' ? null : patch[name])}`);
    if (patch.fields !== undefined) {
      sets.push(`fields = jsonb_strip_nulls(fields || ${param(JSON.stringify(patch.fields))}::jsonb)`);
    }
    const [rows] = await managerOf(tx).query<[unknown[], number]>(
      `update clients set ${[...sets, 'version = version + 1', 'updated_at = now()'].join(', ')}
        where id = ${param(id)} and version = ${param(version)} returning id`,
      params,
    );
    return rows.length === 1;
  }

  /** False when the version is not the current one any more. */
  async setDeleted(
    tx: Transaction,
    { id, version }: { id: string; version: number },
    deleted: boolean,
  ): Promise<boolean> {
    const [rows] = await managerOf(tx).query<[unknown[], number]>(
      `update clients set deleted_at = case when $3 then now() end, version = version + 1, updated_at = now()
        where id = $1 and version = $2 returning id`,
      [id, version, deleted],
    );
    return rows.length === 1;
  }

  /** Takes a client out of the trash: somebody works with them again. False when another one was faster. */
  async restore(tx: Transaction, id: string): Promise<boolean> {
    const [rows] = await managerOf(tx).query<[unknown[], number]>(
      `update clients set deleted_at = null, version = version + 1, updated_at = now()
        where id = $1 and deleted_at is not null returning id`,
      [id],
    );
    return rows.length === 1;
  }

  /** How many orders the client has that are not deleted. */
  async countOrders(tx: Transaction, id: string): Promise<number> {
    const [row] = await managerOf(tx).query<{ n: number }[]>(
      `select count(*)::int as n from orders where client_id = $1 and deleted_at is null`,
      [id],
    );
    return row?.n ?? 0;
  }

  async isMember(tx: Transaction, userId: string): Promise<boolean> {
    const rows = await managerOf(tx).query<unknown[]>(
      `select 1 from memberships where user_id = $1 and deactivated_at is null`,
      [userId],
    );
    return rows.length === 1;
  }

  /**
   * True when the client is neither in the trash nor merged into another. Held as it is until the end of the transaction:
   * what is about to refer to it cannot be overtaken by a merge or the trash.
   */
  async hold(tx: Transaction, id: string): Promise<boolean> {
    const rows = await managerOf(tx).query<unknown[]>(
      `select 1 from clients where id = $1 and deleted_at is null and merged_into_id is null for share`,
      [id],
    );
    return rows.length === 1;
  }

  /** Of several with this phone (E.164) the one who holds it, before those in the trash. */
  async findIdByPhone(tx: Transaction, number: string): Promise<{ id: string; deleted: boolean } | null> {
    const rows = await managerOf(tx).query<{ id: string; deleted: boolean }[]>(FIND_BY_PHONE, [number]);
    return rows[0] ?? null;
  }

  /**
   * The id of the client made with this phone, or null when somebody else has the phone: a concurrent claim is waited
   * for, so that after null the owner can be found.
   */
  async claimPhone(tx: Transaction, number: string, name: string): Promise<string | null> {
    const { organizationId, userId } = tx.actor;
    const rows = await managerOf(tx).query<{ id: string }[]>(CLAIM_PHONE, [
      newId(),
      organizationId,
      newId(),
      number,
      name,
      userId,
    ]);
    return rows[0]?.id ?? null;
  }
}
