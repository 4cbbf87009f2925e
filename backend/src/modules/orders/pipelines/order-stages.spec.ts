import { describe, expect, it } from '@jest/globals';
import { judgeMove, type StageKind, type StagePlace } from './order-stages.js';

const stage = (kind: StageKind, id: string = kind, pipelineId = 'p'): StagePlace => ({ id, pipelineId, kind });

describe('judgeMove', () => {
  it.each<[StageKind, StageKind]>([
    ['open', 'open'],
    ['open', 'won'],
    ['open', 'lost'],
    ['won', 'open'],
    ['lost', 'open'],
  ])('lets %s go to %s', (from, to) => {
    expect(judgeMove(stage(from, 'a'), stage(to, 'b'))).toBe('move');
  });

  it.each<[StageKind, StageKind]>([
    ['won', 'lost'],
    ['lost', 'won'],
    ['won', 'won'],
    ['lost', 'lost'],
  ])('refuses %s to %s', (from, to) => {
    expect(judgeMove(stage(from, 'a'), stage(to, 'b'))).toBe('not-allowed');
  });

  it('takes the same stage for no move at all, whatever its kind', () => {
    expect(judgeMove(stage('won'), stage('won'))).toBe('same');
  });

  it('keeps an order in its pipeline', () => {
    expect(judgeMove(stage('open', 'a', 'p'), stage('open', 'b', 'q'))).toBe('other-pipeline');
  });
});
