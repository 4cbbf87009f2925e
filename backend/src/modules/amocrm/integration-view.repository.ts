import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/index.js';
import { Transactions } from '../../platform/database/index.js';
import type { AmocrmCountsDto } from './dto/amocrm-integration.dto.js';
import type { LinkState } from './sync/links.repository.js';

export interface MappingRow {
  readonly stage_id: string;
  readonly stage_name: string;
  readonly external_pipeline_id: string;
  readonly external_status_id: string;
}

export interface WaitingRow {
  readonly order_id: string;
  readonly number: number;
  readonly state: LinkState;
  readonly problem_code: string | null;
  readonly problem_detail: string | null;
  readonly attempts: number;
  readonly retry_at: Date | null;
}

export interface EventRow {
  readonly type: string;
  readonly subject_type: string;
  readonly subject_id: string;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly occurred_at: Date;
}

export interface OrderSyncRow {
  readonly state: LinkState;
  readonly external_id: string | null;
  readonly problem_code: string | null;
  readonly base_url: string;
}

/** What waits for a stopped connection has the connection's reason. */
const REASON = `
  case when l.state in ('waiting', 'sending') and c.state <> 'active' then coalesce(c.problem_code, l.problem_code)
       else l.problem_code end`;

const WAITING_SHOWN = 100;
const EVENTS_SHOWN = 50;

/** Reads for the pages, one statement each. */
@Injectable()
export class IntegrationViewRepository {
  constructor(private readonly transactions: Transactions) {}

  listMappings(actor: Actor, connectionId: string): Promise<MappingRow[]> {
    return this.transactions.read<MappingRow>(
      actor,
      `select m.stage_id, s.name as stage_name, m.external_pipeline_id, m.external_status_id
         from stage_mappings m join stages s on s.id = m.stage_id join pipelines p on p.id = s.pipeline_id
        where m.connection_id = $1 order by p.is_default desc, p.sort, s.sort, s.id`,
      [connectionId],
    );
  }

  /** Those that need a person first, then the longest waiting. */
  listWaiting(actor: Actor, connectionId: string): Promise<WaitingRow[]> {
    return this.transactions.read<WaitingRow>(
      actor,
      `select o.id as order_id, o.number, l.state, ${REASON} as problem_code,
              l.problem_detail, l.attempts, l.retry_at
         from external_links l join orders o on o.id = l.entity_id join connections c on c.id = l.connection_id
        where l.connection_id = $1 and l.entity_type = 'order' and l.state in ('waiting', 'sending', 'rejected')
          and o.deleted_at is null
        order by l.state <> 'rejected', l.updated_at, l.id limit ${WAITING_SHOWN}`,
      [connectionId],
    );
  }

  async count(actor: Actor, connectionId: string): Promise<AmocrmCountsDto> {
    const rows = await this.transactions.read<{ state: LinkState; number: string }>(
      actor,
      `select state, count(*) as number from external_links
        where connection_id = $1 and entity_type = 'order' group by state`,
      [connectionId],
    );
    const of = (state: LinkState) => Number(rows.find((row) => row.state === state)?.number ?? 0);
    return { synced: of('synced'), waiting: of('waiting') + of('sending'), rejected: of('rejected') };
  }

  /** Of the last month only: an index on time and not on type serves this. */
  listEvents(actor: Actor, types: readonly string[]): Promise<EventRow[]> {
    return this.transactions.read<EventRow>(
      actor,
      `select type, subject_type, subject_id, payload, occurred_at from events
        where occurred_at > now() - interval '30 days' and type = any($1::text[])
        order by occurred_at desc, id desc limit ${EVENTS_SHOWN}`,
      [types],
    );
  }

  async findOrderSync(actor: Actor, orderId: string): Promise<OrderSyncRow | null> {
    const [row] = await this.transactions.read<OrderSyncRow>(
      actor,
      `select l.state, l.external_id, ${REASON} as problem_code, c.base_url
         from external_links l join connections c on c.id = l.connection_id and c.kind = 'amocrm'
        where l.entity_type = 'order' and l.entity_id = $1 order by c.created_at limit 1`,
      [orderId],
    );
    return row ?? null;
  }
}
