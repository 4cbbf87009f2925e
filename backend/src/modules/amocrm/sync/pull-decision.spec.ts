import { describe, expect, it } from '@jest/globals';
import type { LeadAgreement } from './content.js';
import { agreementAfter, decidePull, type PullFacts } from './pull-decision.js';

const at = (statusId: number) => ({ pipelineId: 1, statusId });
const PAIRS = [
  { stageId: 'new', external: at(10) },
  { stageId: 'measured', external: at(20) },
  { stageId: 'won', external: at(142) },
];

const agreement = (sent: number | null, seen: number | null): LeadAgreement => ({
  schemaVersion: 1,
  sent: { name: '№1', ...(sent !== null && { pipeline_id: 1, status_id: sent }) },
  seen: seen === null ? null : at(seen),
});

const facts = (change: Partial<PullFacts>): PullFacts => ({
  theirs: at(10),
  agreement: agreement(10, 10),
  linkState: 'synced',
  orderStageId: 'new',
  pairs: PAIRS,
  ...change,
});

const CASES: {
  case: string;
  facts: PullFacts;
  step: ReturnType<typeof decidePull>;
  sent: number | null;
  seen: number;
}[] = [
  { case: 'an echo of our own change', facts: facts({}), step: { kind: 'same' }, sent: 10, seen: 10 },
  {
    case: 'an unmapped place seen before',
    facts: facts({ theirs: at(55), agreement: agreement(10, 55) }),
    step: { kind: 'same' },
    sent: 10,
    seen: 55,
  },
  {
    case: 'a lead seen for the first time',
    facts: facts({ theirs: at(20), agreement: agreement(null, null) }),
    step: { kind: 'note' },
    sent: null,
    seen: 20,
  },
  {
    case: 'moved there',
    facts: facts({ theirs: at(20) }),
    step: { kind: 'take', stageId: 'measured' },
    sent: 20,
    seen: 20,
  },
  {
    case: 'moved there while another change of ours waits',
    facts: facts({ theirs: at(20), linkState: 'waiting' }),
    step: { kind: 'take', stageId: 'measured' },
    sent: 20,
    seen: 20,
  },
  {
    case: 'moved on both sides to one stage',
    facts: facts({ theirs: at(142), orderStageId: 'won', linkState: 'waiting' }),
    step: { kind: 'note' },
    sent: 142,
    seen: 142,
  },
  {
    case: 'moved on both sides, ours waits',
    facts: facts({ theirs: at(20), orderStageId: 'won', linkState: 'waiting' }),
    step: { kind: 'keep-ours' },
    sent: 10,
    seen: 20,
  },
  {
    case: 'moved on both sides, ours is on its way',
    facts: facts({ theirs: at(20), orderStageId: 'won', linkState: 'sending' }),
    step: { kind: 'keep-ours' },
    sent: 10,
    seen: 20,
  },
  {
    case: 'moved on both sides, ours was refused',
    facts: facts({ theirs: at(20), orderStageId: 'won', linkState: 'rejected' }),
    step: { kind: 'take', stageId: 'measured' },
    sent: 20,
    seen: 20,
  },
  {
    case: 'moved to a place without a pair',
    facts: facts({ theirs: at(55) }),
    step: { kind: 'unmapped' },
    sent: 10,
    seen: 55,
  },
  {
    case: 'moved out of a place without a pair back to ours',
    facts: facts({ agreement: agreement(10, 55) }),
    step: { kind: 'note' },
    sent: 10,
    seen: 10,
  },
  {
    case: 'the same number in another pipeline',
    facts: facts({ theirs: { pipelineId: 2, statusId: 10 } }),
    step: { kind: 'unmapped' },
    sent: 10,
    seen: 10,
  },
];

describe('decidePull', () => {
  it.each(CASES)('$case', ({ facts: given, step }) => {
    expect(decidePull(given)).toEqual(step);
  });
});

describe('agreementAfter', () => {
  it.each(CASES)('$case', ({ facts: given, step, sent, seen }) => {
    const after = agreementAfter(step, given);
    expect(after.sent.status_id ?? null).toBe(sent);
    expect(after.seen).toEqual(step.kind === 'same' ? given.agreement.seen : given.theirs);
    expect(after.seen?.statusId).toBe(seen);
    expect(after.sent.name).toBe('№1');
  });

  it('a step that was written down is the same at the next look', () => {
    for (const { facts: given, step } of CASES) {
      expect(decidePull({ ...given, agreement: agreementAfter(step, given) })).toEqual({ kind: 'same' });
    }
  });
});
