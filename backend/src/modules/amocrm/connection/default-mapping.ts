import { STATUS_LOST, STATUS_WON, type AmocrmPipeline, type AmocrmStatus } from '@smet/connectors/amocrm';
import type { StagePair } from '../sync/content.js';

export interface OwnStage {
  readonly id: string;
  readonly name: string;
  readonly kind: 'open' | 'won' | 'lost';
}

/** Upper and lower case, ё, punctuation and spaces do not make another stage. */
export function normaliseName(name: string): string {
  return name
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Their pipeline for one of ours: the same name, and for the default one otherwise their main one. */
export function choosePipeline(
  own: { readonly name: string; readonly isDefault: boolean },
  external: readonly AmocrmPipeline[],
  taken: ReadonlySet<number>,
): AmocrmPipeline | null {
  const free = external.filter((pipeline) => !pipeline.isArchived && !taken.has(pipeline.id));
  const named = free.find((pipeline) => normaliseName(pipeline.name) === normaliseName(own.name));
  const main = free.find((pipeline) => pipeline.isMain) ?? free[0];
  return named ?? (own.isDefault ? main : undefined) ?? null;
}

/**
 * Pairs for the stages of ours that have none (`kept` are the pairs there are), both sides in their order: equal names
 * first, then won and lost by kind, then the open stages that are left, in order. Each status is used once; what finds
 * no pair stays unmapped.
 */
export function defaultMapping(
  own: readonly OwnStage[],
  pipeline: AmocrmPipeline,
  kept: readonly StagePair[] = [],
): StagePair[] {
  const stages = own.filter((stage) => !kept.some((pair) => pair.stageId === stage.id));
  const used = new Set(kept.filter((pair) => pair.external.pipelineId === pipeline.id).map((p) => p.external.statusId));
  // Leads cannot be put into the incoming stage by an ordinary write.
  const usable = pipeline.statuses.filter((status) => !status.isUnsorted && !used.has(status.id));
  const free = new Map(usable.toSorted((a, b) => a.sort - b.sort).map((status) => [status.id, status]));
  const found = new Map<string, number>();
  const pair = (stage: OwnStage, status: AmocrmStatus | undefined): void => {
    if (!status || found.has(stage.id)) return;
    found.set(stage.id, status.id);
    free.delete(status.id);
  };
  for (const stage of stages)
    pair(
      stage,
      [...free.values()].find((status) => sameKindAndName(stage, status)),
    );
  for (const stage of stages) {
    if (stage.kind !== 'open') pair(stage, free.get(stage.kind === 'won' ? STATUS_WON : STATUS_LOST));
  }
  for (const stage of stages) {
    if (stage.kind === 'open')
      pair(
        stage,
        [...free.values()].find((status) => kindOf(status) === 'open'),
      );
  }
  return stages.flatMap((stage) => {
    const statusId = found.get(stage.id);
    return statusId === undefined ? [] : [{ stageId: stage.id, external: { pipelineId: pipeline.id, statusId } }];
  });
}

/** A won stage of ours must not meet an open one of theirs by an accident of names. */
function sameKindAndName(stage: OwnStage, status: AmocrmStatus): boolean {
  return kindOf(status) === stage.kind && normaliseName(stage.name) === normaliseName(status.name);
}

function kindOf(status: AmocrmStatus): OwnStage['kind'] {
  if (status.id === STATUS_WON) return 'won';
  return status.id === STATUS_LOST ? 'lost' : 'open';
}
