import { Injectable } from '@nestjs/common';
import { isoText, managerOf, type Transaction } from '../../../platform/database/index.js';

/** What an external system is told about an order. */
export interface OrderForSync {
  readonly id: string;
  readonly number: number;
  readonly version: number;
  readonly address: string;
  readonly comment: string | null;
  readonly pipelineId: string;
  readonly stageId: string;
  readonly stageName: string;
  readonly stageKind: 'open' | 'won' | 'lost';
  readonly responsibleUserId: string | null;
  readonly responsibleName: string | null;
  readonly totalMinor: number;
  readonly currency: string;
  /** ISO 8601, UTC. */
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly stageChangedAt: string;
  readonly deleted: boolean;
  readonly client: {
    readonly id: string;
    readonly kind: 'person' | 'company';
    readonly name: string;
    /** E.164, the first is the main one. */
    readonly phones: readonly string[];
    readonly emails: readonly string[];
  };
}

interface Row extends Omit<OrderForSync, 'totalMinor'> {
  readonly totalMinor: string;
}

const SELECT = `
  select o.id, o.number, o.version, o.address, o.comment, o.pipeline_id as "pipelineId", o.stage_id as "stageId",
         s.name as "stageName", s.kind as "stageKind", o.responsible_user_id as "responsibleUserId",
         u.name as "responsibleName", o.total_minor as "totalMinor", o.currency, ${isoText('o.created_at')} as "createdAt",
         ${isoText('o.updated_at')} as "updatedAt", ${isoText('o.stage_changed_at')} as "stageChangedAt",
         o.deleted_at is not null as deleted,
         json_build_object('id', c.id, 'kind', c.kind, 'name', c.name,
           'phones', coalesce((select json_agg(p.number order by p.position)
                                 from client_phones p where p.client_id = c.id), '[]'),
           'emails', coalesce((select json_agg(e.email order by e.position)
                                 from client_emails e where e.client_id = c.id), '[]')) as client
    from orders o
    join stages s on s.id = o.stage_id
    join clients c on c.id = o.client_id
    left join users u on u.id = o.responsible_user_id`;

@Injectable()
export class OrdersForSyncRepository {
  async listByIds(tx: Transaction, ids: readonly string[]): Promise<OrderForSync[]> {
    const rows = await managerOf(tx).query<Row[]>(`${SELECT} where o.id = any($1::uuid[]) order by o.number`, [ids]);
    return rows.map((row) => ({ ...row, totalMinor: Number(row.totalMinor) }));
  }

  async listIdsOfClient(tx: Transaction, clientId: string): Promise<string[]> {
    const rows = await managerOf(tx).query<{ id: string }[]>(
      `select id from orders where client_id = $1 and deleted_at is null order by number`,
      [clientId],
    );
    return rows.map((row) => row.id);
  }
}
