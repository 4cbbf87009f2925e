import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Actor } from '../../platform/access/index.js';
import { OrderSyncSources, type OrderSyncDto, type OrderSyncSource } from '../orders/index.js';
import { stageNameOf, type Connection } from './connection/connection.js';
import { ConnectionsRepository } from './connection/connections.repository.js';
import type {
  AmocrmConnectionDto,
  AmocrmIntegrationDto,
  AmocrmLogEntryDto,
  AmocrmStageMappingDto,
  AmocrmWaitingDto,
} from './dto/amocrm-integration.dto.js';
import { DIRECTIONS, EVENT_PREFIX, SHOWN_EVENTS } from './log-kinds.js';
import {
  IntegrationViewRepository,
  type EventRow,
  type MappingRow,
  type WaitingRow,
} from './integration-view.repository.js';
import { isProblemCode, type ProblemCode } from './problem-codes.js';

/** What the integration page and an order's page show. */
@Injectable()
export class IntegrationView implements OnModuleInit, OrderSyncSource {
  constructor(
    private readonly connections: ConnectionsRepository,
    private readonly rows: IntegrationViewRepository,
    private readonly sources: OrderSyncSources,
  ) {}

  onModuleInit(): void {
    this.sources.register(this);
  }

  async get(actor: Actor): Promise<AmocrmIntegrationDto> {
    const connection = await this.connections.findCurrent(actor);
    if (!connection) {
      return {
        connection: null,
        stageMappings: [],
        waiting: [],
        recent: [],
        counts: { synced: 0, waiting: 0, rejected: 0 },
      };
    }
    const [mappings, waiting, events, counts] = await Promise.all([
      this.rows.listMappings(actor, connection.id),
      this.rows.listWaiting(actor, connection.id),
      this.rows.listEvents(actor, SHOWN_EVENTS),
      this.rows.count(actor, connection.id),
    ]);
    return {
      connection: toConnectionDto(connection),
      stageMappings: mappings.map((row) => toMapping(row, connection)),
      waiting: waiting.map(toWaiting),
      recent: events.map(toLogEntry),
      counts,
    };
  }

  async findOrderSync(actor: Actor, orderId: string): Promise<OrderSyncDto | null> {
    const row = await this.rows.findOrderSync(actor, orderId);
    if (!row) return null;
    return {
      state: row.state,
      problemCode: row.problem_code,
      externalUrl: row.external_id === null ? null : `${row.base_url}/leads/detail/${row.external_id}`,
    };
  }
}

function toConnectionDto(connection: Connection): AmocrmConnectionDto {
  return {
    id: connection.id,
    baseUrl: connection.baseUrl,
    accountName: connection.accountName,
    state: connection.state,
    problemCode: problemCode(connection.problemCode),
    problemDetail: connection.problemDetail,
    lastSuccessAt: connection.lastSuccessAt?.toISOString() ?? null,
    tokenHint: connection.settings.tokenHint || null,
    version: connection.version,
  };
}

function toMapping(row: MappingRow, connection: Connection): AmocrmStageMappingDto {
  const external = { pipelineId: Number(row.external_pipeline_id), statusId: Number(row.external_status_id) };
  const names = stageNameOf(connection.settings, external);
  return {
    stageId: row.stage_id,
    stageName: row.stage_name,
    externalPipelineId: external.pipelineId,
    externalStatusId: external.statusId,
    externalPipelineName: names.pipeline,
    externalStatusName: names.status,
  };
}

function toWaiting(row: WaitingRow): AmocrmWaitingDto {
  return {
    orderId: row.order_id,
    number: row.number,
    state: row.state,
    problemCode: problemCode(row.problem_code),
    problemDetail: row.problem_detail,
    attempts: row.attempts,
    retryAt: row.retry_at?.toISOString() ?? null,
  };
}

function toLogEntry(row: EventRow): AmocrmLogEntryDto {
  const { number, ...rest } = row.payload;
  return {
    at: row.occurred_at.toISOString(),
    direction: DIRECTIONS[row.type] ?? 'out',
    kind: row.type.slice(EVENT_PREFIX.length),
    orderId: row.subject_type === 'order' ? row.subject_id : null,
    number: typeof number === 'number' ? number : null,
    summary: Object.fromEntries(Object.entries(rest).filter(isPlain)),
  };
}

function isPlain(entry: [string, unknown]): entry is [string, string | number | null] {
  return entry[1] === null || typeof entry[1] === 'string' || typeof entry[1] === 'number';
}

function problemCode(stored: string | null): ProblemCode | null {
  if (stored === null) return null;
  return isProblemCode(stored) ? stored : 'INTERNAL';
}
