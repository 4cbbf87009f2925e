import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/index.js';
import { actorOf, managerOf, type Transaction, Transactions } from '../../platform/database/index.js';
import type { KeysetPosition } from '../../platform/http/keyset-cursor.js';
import { withFields, type FieldCondition } from '../custom-fields/index.js';
import { queryParams, visibleClients } from '../visibility/index.js';
import { CLIENT_JOINS, CLIENT_ROW, WHOLE_CLIENT } from './client-columns.js';
import type { ClientDto, ClientRowDto } from './dto/client.dto.js';
import type { ClientSort } from './dto/client-query.dto.js';

export interface ClientFilter {
  readonly text: string | null;
  readonly tagId: string | null;
  readonly source: string | null;
  readonly responsibleUserId: string | null;
  readonly kind: 'person' | 'company' | null;
  readonly fields: readonly FieldCondition[];
  /** Those in the trash instead of those that are not. */
  readonly trash: boolean;
  readonly sort: ClientSort;
  readonly after: KeysetPosition | null;
  readonly limit: number;
}

/** What became of a client nobody is shown any more. */
export interface Fate {
  readonly deleted: boolean;
  /** The client that stands for it now, however many merges led there. */
  readonly mergedInto: string | null;
}

/** More hits than this mean that the search says too little. */
const SEARCH_LIMIT = 1000;
const IN_TRASH = 'c.deleted_at is not null and c.merged_into_id is null';

const SORT_COLUMNS: Readonly<Record<string, string>> = {
  name: 'name',
  createdAt: 'created_at',
  updatedAt: 'updated_at',
};

const FATE = `
  with recursive way as (
    select c.id, c.merged_into_id, c.deleted_at, 0 as step from clients c where c.id = $1
    union all
    select n.id, n.merged_into_id, n.deleted_at, way.step + 1 from way join clients n on n.id = way.merged_into_id)
  select (select deleted_at is not null from way where step = 0) as deleted,
         (select id from way where step > 0 order by step desc limit 1) as "mergedInto"
   where exists (select from way)`;

/** Each source once, by jumping from one to the next in the index: there are few of them on many clients. */
const SOURCES = `
  with recursive known as (
    (select c.source from clients c
      where c.organization_id = $1 and c.source is not null order by c.source limit 1)
    union all
    select (select c.source from clients c
             where c.organization_id = $1 and c.source > known.source order by c.source limit 1)
      from known where known.source is not null)
  select source from known where source is not null limit 500`;

/** Reads clients. */
@Injectable()
export class ClientsRepository {
  constructor(private readonly transactions: Transactions) {}

  /** One statement in one round trip: the page is cut first, what hangs on its rows is read for them only. */
  list(actor: Actor, filter: ClientFilter): Promise<ClientRowDto[]> {
    const { params, param } = queryParams();
    const column = SORT_COLUMNS[filter.sort.replace('-', '')] ?? 'name';
    const descending = filter.sort.startsWith('-');
    const order = (alias: string) =>
      `order by ${alias}.${column} ${descending ? 'desc' : 'asc'}, ${alias}.id ${descending ? 'desc' : 'asc'}`;
    const where = [`c.organization_id = ${param(actor.organizationId)}`, ...filterConditions(actor, filter, param)];
    if (filter.after !== null) {
      where.push(`(c.${column}, c.id) ${descending ? '<' : '>'} (${filter.after.map(param).join(', ')})`);
    }
    const sql = `
      with page as materialized (
        select c.* from clients c where ${where.join(' and ')} ${order('c')} limit ${param(filter.limit + 1)})
      select ${CLIENT_ROW} from page c ${CLIENT_JOINS} ${order('c')}`;
    return this.transactions.read<ClientRowDto>(actor, sql, params);
  }

  /** Whoever may delete clients sees those in the trash too. */
  async find(source: Actor | Transaction, id: string): Promise<ClientDto | null> {
    const { params, param } = queryParams();
    const actor = actorOf(source);
    const visible = visibleClients(actor, 'c', param);
    const shown = actor.permissions.has('client:delete') ? `(${visible} or ${IN_TRASH})` : visible;
    const sql = `select ${WHOLE_CLIENT} from clients c ${CLIENT_JOINS} where c.id = ${param(id)} and ${shown}`;
    const rows = await this.transactions.query<ClientDto>(source, sql, params);
    return rows[0] ?? null;
  }

  /** What became of a client that cannot be found; null when there never was one. */
  async findFate(source: Actor | Transaction, id: string): Promise<Fate | null> {
    const [fate] = await this.transactions.query<Fate>(source, FATE, [id]);
    return fate ?? null;
  }

  /** Who has the phone (E.164): the one who holds it first, then those it is shared with. */
  async listByPhone(actor: Actor, number: string): Promise<ClientDto[]> {
    const { params, param } = queryParams();
    const sql = `
      select ${WHOLE_CLIENT}
        from client_phones own join clients c on c.id = own.client_id ${CLIENT_JOINS}
       where own.number = ${param(number)} and ${visibleClients(actor, 'c', param)}
       order by own.shared, c.created_at, c.id`;
    return this.transactions.read<ClientDto>(actor, sql, params);
  }

  async listSources(actor: Actor): Promise<string[]> {
    const rows = await this.transactions.read<{ source: string }>(actor, SOURCES, [actor.organizationId]);
    return rows.map(({ source }) => source);
  }

  async existsVisible(tx: Transaction, id: string): Promise<boolean> {
    const { params, param } = queryParams();
    const where = `c.id = ${param(id)} and ${visibleClients(tx.actor, 'c', param)}`;
    const rows = await managerOf(tx).query<unknown[]>(`select 1 from clients c where ${where}`, params);
    return rows.length === 1;
  }
}

function filterConditions(actor: Actor, filter: ClientFilter, param: (value: unknown) => string): string[] {
  const where = [filter.trash ? IN_TRASH : visibleClients(actor, 'c', param)];
  if (filter.kind !== null) where.push(`c.kind = ${param(filter.kind)}`);
  if (filter.source !== null) where.push(`c.source = ${param(filter.source)}`);
  if (filter.responsibleUserId !== null) where.push(`c.responsible_user_id = ${param(filter.responsibleUserId)}`);
  if (filter.tagId !== null) {
    where.push(`c.id in (select k.client_id from client_tags k
      where k.organization_id = ${param(actor.organizationId)} and k.tag_id = ${param(filter.tagId)})`);
  }
  if (filter.text !== null) {
    where.push(`c.id in (select search_client_ids(${param(filter.text)}, ${SEARCH_LIMIT}, ${param(filter.trash)}))`);
  }
  const byFields = withFields('client', 'c', filter.fields, param);
  return byFields === null ? where : [...where, byFields];
}
