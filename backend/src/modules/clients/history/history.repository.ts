import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/access/index.js';
import { isoText, Transactions } from '../../../platform/database/index.js';
import type { KeysetPosition } from '../../../platform/http/keyset-cursor.js';
import { queryParams, visibleOrders } from '../../visibility/index.js';
import type { HistoryEntryDto, HistoryKind } from './history.dto.js';

export interface HistoryFilter {
  readonly clientId: string;
  readonly kind: HistoryKind | null;
  readonly after: KeysetPosition | null;
  readonly limit: number;
}

export type HistoryRow = Omit<HistoryEntryDto, 'kind'>;

/** Which actions are of a kind, by what stands before the point. */
const PREFIXES: Readonly<Record<HistoryKind, string>> = {
  client: 'client',
  consent: 'consent',
  order: 'order',
  estimate: 'estimate',
  proposal: 'proposal',
  exchange: 'amocrm',
};

/** What an action is about: the reverse of the prefixes. */
export function kindOf(action: string): HistoryKind {
  const prefix = action.slice(0, action.indexOf('.'));
  const known = (Object.keys(PREFIXES) as HistoryKind[]).find((kind) => PREFIXES[kind] === prefix);
  return known ?? 'client';
}

@Injectable()
export class HistoryRepository {
  constructor(private readonly transactions: Transactions) {}

  /**
   * The journal of the client, of those merged into them and of the orders and estimates that the actor may see, the newest
   * first. An event that the audit tells too, written in the same moment, stands once.
   */
  list(actor: Actor, filter: HistoryFilter): Promise<HistoryRow[]> {
    const { params, param } = queryParams();
    const own = param(filter.clientId);
    const organization = param(actor.organizationId);
    const action = filter.kind === null ? null : param(`${PREFIXES[filter.kind]}.%`);
    const after = filter.after?.map(param).join(', ') ?? null;
    const wanted = (alias: string, column: string) =>
      [
        `${alias}.organization_id = ${organization}`,
        ...(action === null ? [] : [`${alias}.${column} like ${action}`]),
        ...(after === null ? [] : [`(${alias}.occurred_at, ${alias}.id) < (${after})`]),
      ].join(' and ');
    const limit = param(filter.limit + 1);
    const sql = `
      with recursive own as (
        select c.id, c.name from clients c where c.id = ${own}
        union all
        select c.id, c.name from own join clients c
            on c.organization_id = ${organization} and c.merged_into_id = own.id),
      ordered as (
        select o.id, o.number from orders o
         where o.organization_id = ${organization} and o.client_id = ${own} and ${visibleOrders(actor, 'o', param)}),
      subjects as (
        select 'client' as type, id, name as title from own
        union all select 'order', id, number::text from ordered
        ${actor.permissions.has('estimate:read') ? ESTIMATES : ''}),
      entries as (
        select a.id, a.occurred_at, a.action, a.actor_kind, a.actor_user_id, a.changes, s.type, s.id as subject_id, s.title
          from subjects s join audit_log a on a.entity_type = s.type and a.entity_id = s.id
         where ${wanted('a', 'action')}
        union all
        select e.id, e.occurred_at, e.type, case when e.actor_user_id is null then 'system' else 'user' end,
               e.actor_user_id, e.payload, s.type, s.id, s.title
          from subjects s join events e on e.subject_type = s.type and e.subject_id = s.id
         where ${wanted('e', 'type')}
           and not exists (select from audit_log a
                            where a.organization_id = e.organization_id and a.entity_type = e.subject_type
                              and a.entity_id = e.subject_id and a.occurred_at = e.occurred_at and a.action = e.type)),
      page as (select * from entries order by occurred_at desc, id desc limit ${limit})
      select p.id, ${isoText('p.occurred_at')} as at, p.action, coalesce(p.changes, '{}') as changes,
             json_build_object('kind', p.actor_kind, 'id', p.actor_user_id, 'name', u.name) as actor,
             json_build_object('type', p.type, 'id', p.subject_id, 'title', p.title) as subject
        from page p left join users u on u.id = p.actor_user_id
       order by p.occurred_at desc, p.id desc`;
    return this.transactions.read<HistoryRow>(actor, sql, params);
  }
}

const ESTIMATES = `
  union all select 'estimate', e.id, e.title from ordered o join estimates e on e.order_id = o.id`;
