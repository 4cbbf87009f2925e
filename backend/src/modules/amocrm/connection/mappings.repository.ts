import { Injectable } from '@nestjs/common';
import { newId } from '@smet/database';
import { managerOf, type Transaction } from '../../../platform/database/index.js';
import type { StagePair } from '../sync/content.js';
import type { OwnStage } from './default-mapping.js';

export interface OwnPipeline {
  readonly name: string;
  readonly isDefault: boolean;
  readonly stages: readonly OwnStage[];
}

@Injectable()
export class MappingsRepository {
  async list(tx: Transaction, connectionId: string): Promise<StagePair[]> {
    const rows = await managerOf(tx).query<{ stage_id: string; pipeline_id: string; status_id: string }[]>(
      `select stage_id, external_pipeline_id as pipeline_id, external_status_id as status_id
         from stage_mappings where connection_id = $1`,
      [connectionId],
    );
    return rows.map((row) => ({
      stageId: row.stage_id,
      external: { pipelineId: Number(row.pipeline_id), statusId: Number(row.status_id) },
    }));
  }

  /** Adds what is missing; a stage or a status that has its pair already keeps it. */
  async addMissing(tx: Transaction, connectionId: string, pairs: readonly StagePair[]): Promise<void> {
    for (const { stageId, external } of pairs) {
      await managerOf(tx).query(
        `insert into stage_mappings
           (id, organization_id, connection_id, stage_id, external_pipeline_id, external_status_id)
         values ($1, $2, $3, $4, $5, $6) on conflict do nothing`,
        [newId(), tx.actor.organizationId, connectionId, stageId, external.pipelineId, external.statusId],
      );
    }
  }

  async remove(tx: Transaction, connectionId: string, stageIds: readonly string[]): Promise<void> {
    await managerOf(tx).query(`delete from stage_mappings where connection_id = $1 and stage_id = any($2::uuid[])`, [
      connectionId,
      stageIds,
    ]);
  }

  /** Our own pipelines with their stages in order, the default one first. */
  async listOwnPipelines(tx: Transaction): Promise<OwnPipeline[]> {
    return managerOf(tx).query<OwnPipeline[]>(
      `select p.name, p.is_default as "isDefault",
              json_agg(json_build_object('id', s.id, 'name', s.name, 'kind', s.kind) order by s.sort, s.id) as stages
         from pipelines p join stages s on s.pipeline_id = p.id
        group by p.id order by p.is_default desc, p.sort, p.id`,
    );
  }
}
