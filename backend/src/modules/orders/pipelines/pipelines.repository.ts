import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/access/index.js';
import { managerOf, Transactions, type Transaction } from '../../../platform/database/index.js';
import type { PipelineDto } from '../dto/pipeline.dto.js';
import type { StagePlace } from './order-stages.js';

const LIST = `
  select p.id, p.name, p.is_default as "isDefault",
         coalesce((select json_agg(json_build_object('id', s.id, 'code', s.code, 'name', s.name, 'kind', s.kind,
                                                     'color', s.color, 'sort', s.sort) order by s.sort, s.id)
                     from stages s where s.pipeline_id = p.id), '[]') as stages
    from pipelines p order by p.sort, p.id`;

@Injectable()
export class PipelinesRepository {
  constructor(private readonly transactions: Transactions) {}

  list(actor: Actor): Promise<PipelineDto[]> {
    return this.transactions.read<PipelineDto>(actor, LIST, []);
  }

  async findStage(tx: Transaction, id: string): Promise<StagePlace | null> {
    const rows = await managerOf(tx).query<StagePlace[]>(
      `select id, pipeline_id as "pipelineId", kind from stages where id = $1`,
      [id],
    );
    return rows[0] ?? null;
  }

  /** The open stage with the code that comes later in the same pipeline; null from a finished stage. */
  async findStageAhead(tx: Transaction, stageId: string, code: string): Promise<StagePlace | null> {
    const rows = await managerOf(tx).query<StagePlace[]>(
      `select ahead.id, ahead.pipeline_id as "pipelineId", ahead.kind
         from stages s join stages ahead on ahead.pipeline_id = s.pipeline_id and ahead.code = $2
        where s.id = $1 and s.kind = 'open' and ahead.kind = 'open' and (ahead.sort, ahead.id) > (s.sort, s.id)`,
      [stageId, code],
    );
    return rows[0] ?? null;
  }

  /** Where a new order begins: the first open stage of the default pipeline. */
  async findFirstStage(tx: Transaction): Promise<StagePlace | null> {
    const rows = await managerOf(tx).query<StagePlace[]>(
      `select s.id, s.pipeline_id as "pipelineId", s.kind
         from stages s join pipelines p on p.id = s.pipeline_id
        where p.is_default and s.kind = 'open' order by s.sort, s.id limit 1`,
    );
    return rows[0] ?? null;
  }
}
