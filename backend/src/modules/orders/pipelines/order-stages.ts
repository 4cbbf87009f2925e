export type StageKind = 'open' | 'won' | 'lost';

export interface StagePlace {
  readonly id: string;
  readonly pipelineId: string;
  readonly kind: StageKind;
}

export type StageMove = 'move' | 'same' | 'other-pipeline' | 'not-allowed';

/**
 * Which kind of stage may follow which. Work that is open may go anywhere; what is won or lost may only be opened
 * again, so that a lost order never turns into a won one by a slip of the hand.
 */
const TRANSITIONS: Readonly<Record<StageKind, readonly StageKind[]>> = {
  open: ['open', 'won', 'lost'],
  won: ['open'],
  lost: ['open'],
};

/** What a person's wish to move an order from one stage to another comes to. */
export function judgeMove(from: StagePlace, to: StagePlace): StageMove {
  if (from.id === to.id) return 'same';
  if (from.pipelineId !== to.pipelineId) return 'other-pipeline';
  return TRANSITIONS[from.kind].includes(to.kind) ? 'move' : 'not-allowed';
}
