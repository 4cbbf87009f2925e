import type { ContactWrite, LeadWrite, StageKey } from '@smet/connectors/amocrm';

/** One of our stages and its counterpart there. */
export interface StagePair {
  readonly stageId: string;
  readonly external: StageKey;
}

/** What both sides agreed on last, stored with the link. */
export interface LeadAgreement {
  readonly schemaVersion: 1;
  /** The whole lead as it was sent last. */
  readonly sent: LeadWrite;
  /** The stage the lead was last seen in there; null until it was seen. */
  readonly seen: StageKey | null;
}

export interface ContactAgreement {
  readonly schemaVersion: 1;
  readonly sent: ContactWrite;
}

export function sameStage(a: StageKey | null, b: StageKey | null): boolean {
  return a === null || b === null ? a === b : a.pipelineId === b.pipelineId && a.statusId === b.statusId;
}

export function externalStageOf(pairs: readonly StagePair[], stageId: string): StageKey | null {
  return pairs.find((pair) => pair.stageId === stageId)?.external ?? null;
}

export function stageIdOf(pairs: readonly StagePair[], external: StageKey): string | null {
  return pairs.find((pair) => sameStage(pair.external, external))?.stageId ?? null;
}

/** The stage a lead is (or was) sent with; null when nothing is said about it. */
export function stageOfLead(lead: LeadWrite): StageKey | null {
  const { pipeline_id: pipelineId, status_id: statusId } = lead;
  return pipelineId === undefined || statusId === undefined ? null : { pipelineId, statusId };
}
