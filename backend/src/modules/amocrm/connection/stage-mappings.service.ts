import { Injectable } from '@nestjs/common';
import type { AmocrmPipeline } from '@smet/connectors/amocrm';
import type { Transaction } from '../../../platform/database/index.js';
import { sameStage, type StagePair } from '../sync/content.js';
import { choosePipeline, defaultMapping } from './default-mapping.js';
import { MappingsRepository } from './mappings.repository.js';

/** Keeps the stage mapping in step with what pipelines there are. */
@Injectable()
export class StageMappings {
  constructor(private readonly repository: MappingsRepository) {}

  /**
   * Drops pairs whose status is not there any more and pairs up what has none; what people or earlier saves have paired
   * stays as it is.
   */
  async complete(tx: Transaction, connectionId: string, external: readonly AmocrmPipeline[]): Promise<void> {
    const existing = await this.repository.list(tx, connectionId);
    const [kept, vanished] = split(existing, external);
    await this.repository.remove(
      tx,
      connectionId,
      vanished.map((pair) => pair.stageId),
    );
    const own = await this.repository.listOwnPipelines(tx);
    const taken = new Set<number>();
    for (const pipeline of own) {
      const counterpart = choosePipeline(pipeline, external, taken);
      if (!counterpart) continue;
      taken.add(counterpart.id);
      await this.repository.addMissing(tx, connectionId, defaultMapping(pipeline.stages, counterpart, kept));
    }
  }
}

function split(pairs: readonly StagePair[], external: readonly AmocrmPipeline[]): [StagePair[], StagePair[]] {
  const there = external.flatMap((pipeline) =>
    pipeline.statuses.map((status) => ({ pipelineId: pipeline.id, statusId: status.id })),
  );
  const isThere = (pair: StagePair) => there.some((stage) => sameStage(stage, pair.external));
  return [pairs.filter(isThere), pairs.filter((pair) => !isThere(pair))];
}
