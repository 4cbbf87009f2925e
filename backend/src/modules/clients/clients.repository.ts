import { Injectable } from '@nestjs/common';
import { newId } from '@smet/database';
import type { Actor } from '../../platform/access/index.js';
import { actorOf, isoText, managerOf, type Transaction, Transactions } from '../../platform/database/index.js';
import { mapConstraint } from '../../platform/http/index.js';
import type { KeysetPosition } from '../../platform/http/keyset-cursor.js';
import { queryParams, visibleClients } from '../visibility/index.js';
import { CLIENT_CONSTRAINTS } from './clients.errors.js';

/** Raw columns; phones and e-mails aggregated in their order. */
export interface ClientRow {
  id: string;
  kind: 'person' | 'company';
  name: string;
  comment: string | null;
  version: number;
  created_at: string;
  phones: { number: string; label: string | null }[];
  emails: string[];
}

export interface NewClient {
  readonly kind: 'person' | 'company';
  readonly name: string;
  /** E.164, the first is the main one. */
  readonly phones: readonly string[];
  readonly emails: readonly string[];
}

export interface ClientFilter {
  readonly text: string | null;
  readonly after: KeysetPosition | null;
  readonly limit: number;
}

/** More hits than this mean that the search says too little. */
const SEARCH_LIMIT = 1000;

const COLUMNS = `
  c.id, c.kind, c.name, c.comment, c.version,
  ${isoText('c.created_at')} as created_at,
  coalesce((select json_agg(json_build_object('number', p.number, 'label', p.label) order by p.position)
              from client_phones p where p.client_id = c.id), '[]') as phones,
  coalesce((select json_agg(e.email order by e.position) from client_emails e where e.client_id = c.id), '[]') as emails`;

const FIND_BY_PHONE = `
  select c.id, c.name, c.deleted_at is not null as deleted
    from client_phones p join clients c on c.id = p.client_id where p.number = $1`;

/**
 * Makes the client only if this statement wins the phone: the check of the phone's foreign key runs at the statement's
 * end, so the phone may go first, and a loser leaves no client behind.
 */
const CLAIM_PHONE = `
  with claimed as (
    insert into client_phones (id, organization_id, client_id, number, position) values ($1, $2, $3, $4, 0)
    on conflict on constraint uq_client_phones_number do nothing returning client_id)
  insert into clients (id, organization_id, kind, name, responsible_user_id)
  select client_id, $2, 'person', $5, $6 from claimed returning id`;

@Injectable()
export class ClientsRepository {
  constructor(private readonly transactions: Transactions) {}

  list(actor: Actor, filter: ClientFilter): Promise<ClientRow[]> {
    const { params, param } = queryParams();
    const where = [visibleClients(actor, 'c', param)];
    if (filter.text !== null) where.push(`c.id in (select search_client_ids(${param(filter.text)}, ${SEARCH_LIMIT}))`);
    if (filter.after !== null) where.push(`(c.name, c.id) > (${filter.after.map(param).join(', ')})`);
    const sql = `select ${COLUMNS} from clients c where ${where.join(' and ')}
      order by c.name, c.id limit ${param(filter.limit + 1)}`;
    return this.transactions.read<ClientRow>(actor, sql, params);
  }

  async find(source: Actor | Transaction, id: string): Promise<ClientRow | null> {
    const { params, param } = queryParams();
    const actor = actorOf(source);
    const sql = `select ${COLUMNS} from clients c where c.id = ${param(id)} and ${visibleClients(actor, 'c', param)}`;
    const rows = await this.transactions.query<ClientRow>(source, sql, params);
    return rows[0] ?? null;
  }

  async findByPhone(actor: Actor, number: string): Promise<ClientRow | null> {
    const { params, param } = queryParams();
    const owner = `select p.client_id from client_phones p where p.number = ${param(number)}`;
    const where = `c.id = (${owner}) and ${visibleClients(actor, 'c', param)}`;
    const rows = await this.transactions.read<ClientRow>(
      actor,
      `select ${COLUMNS} from clients c where ${where}`,
      params,
    );
    return rows[0] ?? null;
  }

  async existsVisible(tx: Transaction, id: string): Promise<boolean> {
    const { params, param } = queryParams();
    const where = `c.id = ${param(id)} and ${visibleClients(tx.actor, 'c', param)}`;
    const rows = await managerOf(tx).query<unknown[]>(`select 1 from clients c where ${where}`, params);
    return rows.length === 1;
  }

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

  /** @throws AppError 409 CLIENT.PHONE_TAKEN */
  async insert(tx: Transaction, client: NewClient): Promise<string> {
    const id = newId();
    const { organizationId, userId } = tx.actor;
    const manager = managerOf(tx);
    await manager.query(
      `insert into clients (id, organization_id, kind, name, responsible_user_id) values ($1, $2, $3, $4, $5)`,
      [id, organizationId, client.kind, client.name, userId],
    );
    await manager
      .query(
        `insert into client_phones (id, organization_id, client_id, number, position)
         select id, $1, $2, number, ordinality - 1
           from unnest($3::uuid[], $4::text[]) with ordinality as made (id, number, ordinality)`,
        [organizationId, id, client.phones.map(() => newId()), client.phones],
      )
      .catch((error: unknown) => {
        throw mapConstraint(error, CLIENT_CONSTRAINTS);
      });
    await manager.query(
      `insert into client_emails (id, organization_id, client_id, email, position)
       select id, $1, $2, email, ordinality - 1
         from unnest($3::uuid[], $4::text[]) with ordinality as made (id, email, ordinality)`,
      [organizationId, id, client.emails.map(() => newId()), client.emails],
    );
    return id;
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
}
