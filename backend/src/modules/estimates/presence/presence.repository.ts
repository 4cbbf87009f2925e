import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/access/index.js';
import { managerOf, Transactions, type Transaction } from '../../../platform/database/index.js';
import { queryParams, visibleOrders } from '../../visibility/index.js';

export interface PresentPerson {
  readonly userId: string;
  readonly name: string;
}

@Injectable()
export class PresenceRepository {
  constructor(private readonly transactions: Transactions) {}

  /** Whether the actor may see the estimate. */
  async isVisible(actor: Actor, estimateId: string): Promise<boolean> {
    const { params, param } = queryParams();
    const rows = await this.transactions.read<{ id: string }>(
      actor,
      `select e.id from estimates e join orders o on o.id = e.order_id
        where e.id = ${param(estimateId)} and ${visibleOrders(actor, 'o', param)}`,
      params,
    );
    return rows.length === 1;
  }

  /** Notes that the actor is there; true when they were not, or had been silent for longer than `staySeconds`. */
  async beat(tx: Transaction, estimateId: string, staySeconds: number): Promise<boolean> {
    const [row] = await managerOf(tx).query<{ arrived: boolean }[]>(
      `with before as (
         select from estimate_presence
          where estimate_id = $1 and user_id = $2 and seen_at > clock_timestamp() - $4 * interval '1 second'
       ), beat as (
         insert into estimate_presence (estimate_id, user_id, organization_id, seen_at)
         values ($1, $2, $3, clock_timestamp())
         on conflict (estimate_id, user_id) do update set seen_at = excluded.seen_at
       )
       select not exists (select from before) as arrived`,
      [estimateId, tx.actor.userId, tx.actor.organizationId, staySeconds],
    );
    return row?.arrived === true;
  }

  /** Everybody else who was there lately, by name. */
  others(tx: Transaction, estimateId: string, staySeconds: number): Promise<PresentPerson[]> {
    return managerOf(tx).query<PresentPerson[]>(
      `select u.id as "userId", u.name from estimate_presence p join users u on u.id = p.user_id
        where p.estimate_id = $1 and p.user_id <> $2 and p.seen_at > clock_timestamp() - $3 * interval '1 second'
        order by u.name, u.id`,
      [estimateId, tx.actor.userId, staySeconds],
    );
  }
}
