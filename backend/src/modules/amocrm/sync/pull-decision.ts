import type { StageKey } from '@smet/connectors/amocrm';
import { externalStageOf, sameStage, stageIdOf, stageOfLead, type LeadAgreement, type StagePair } from './content.js';

export interface PullFacts {
  /** Where the lead is there now. */
  readonly theirs: StageKey;
  readonly agreement: LeadAgreement;
  readonly linkState: 'waiting' | 'sending' | 'synced' | 'rejected';
  readonly orderStageId: string;
  readonly pairs: readonly StagePair[];
}

export type PullStep =
  /** Nothing moved there: an echo of our own change, or a change of something else. */
  | { readonly kind: 'same' }
  /** Remember where it is: the order is there already, or nobody knew where it was. */
  | { readonly kind: 'note' }
  | { readonly kind: 'take'; readonly stageId: string }
  /** Both sides moved; our change is on its way and will overwrite theirs. */
  | { readonly kind: 'keep-ours' }
  | { readonly kind: 'unmapped' };

/**
 * Whether a stage seen in amoCRM moves the order. Content is compared with what was agreed on last; who wrote it does
 * not matter, since amoCRM does not tell our writes from others reliably (amocrm-api-php issue 576).
 */
export function decidePull(facts: PullFacts): PullStep {
  const { seen } = facts.agreement;
  if (seen === null) return { kind: 'note' };
  if (sameStage(seen, facts.theirs)) return { kind: 'same' };
  const stageId = stageIdOf(facts.pairs, facts.theirs);
  if (stageId === facts.orderStageId) return { kind: 'note' };
  if (ourMoveWaits(facts)) return { kind: 'keep-ours' };
  return stageId === null ? { kind: 'unmapped' } : { kind: 'take', stageId };
}

function ourMoveWaits(facts: PullFacts): boolean {
  if (facts.linkState !== 'waiting' && facts.linkState !== 'sending') return false;
  const ours = externalStageOf(facts.pairs, facts.orderStageId);
  return ours !== null && !sameStage(ours, stageOfLead(facts.agreement.sent));
}

/**
 * The agreement after a step. What was sent follows only where both sides are at one stage now: kept and unmapped moves
 * leave it, so that the next push sends our stage if, and only if, it is ours that changed.
 */
export function agreementAfter(step: PullStep, facts: PullFacts): LeadAgreement {
  const { agreement, theirs } = facts;
  if (step.kind === 'same') return agreement;
  const arrived =
    step.kind === 'take' || (step.kind === 'note' && stageIdOf(facts.pairs, theirs) === facts.orderStageId);
  const sent = arrived
    ? { ...agreement.sent, pipeline_id: theirs.pipelineId, status_id: theirs.statusId }
    : agreement.sent;
  return { ...agreement, sent, seen: theirs };
}
