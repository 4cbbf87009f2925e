import { describe, expect, it } from '@jest/globals';
import { estimateDraft, priceBook, roomInput } from '../../test-data/builders.js';
import type { RoomPlan } from '../plan/room-plan.js';
import { DEFAULT_TOLERANCES } from '../rooms/tolerances.js';
import type { MeasurementTolerances } from '../rooms/tolerances.js';
import { ruleSetR1 } from '../rules/r1.js';
import type { RoomShape } from '../shape/room-shape.js';
import { computeEstimate } from './compute-estimate.js';
import type { EstimateResult, MeasuredRoom, UnmeasuredRoom } from './estimate-result.js';

/** A room of 4 × 3 m with both diagonals, which are 5 m; the second one is misread. */
function misread(byMm: number): RoomShape {
  return {
    schemaVersion: 1,
    kind: 'triangulated',
    sidesMm: [4000, 3000, 4000, 3000],
    diagonalsMm: [
      { from: 0, to: 2, lengthMm: 5000 },
      { from: 1, to: 3, lengthMm: 5000 + byMm },
    ],
  };
}

interface Options {
  plan?: Omit<RoomPlan, 'schemaVersion'>;
  tolerances?: MeasurementTolerances;
}

function compute(byMm: number, { plan, tolerances }: Options = {}): EstimateResult {
  const room = roomInput(misread(byMm), plan && { plan: { schemaVersion: 1, ...plan } });
  return computeEstimate(estimateDraft({ rooms: [room] }), {
    priceBook: priceBook(),
    ruleSet: ruleSetR1,
    ...(tolerances && { tolerances }),
  });
}

const checkOf = (result: EstimateResult) => (result.rooms[0] as MeasuredRoom).measures.check;

describe('readings that disagree', () => {
  it('a little are a measure', () => {
    expect(checkOf(compute(0))).toEqual({
      misclosureMm: 0,
      misclosurePercent: 0,
      verdict: 'agrees',
      doubtful: null,
      reason: null,
    });
    expect(checkOf(compute(8))).toMatchObject({ verdict: 'agrees', reason: null });
    expect(checkOf(compute(20))).toMatchObject({ verdict: 'doubtful', reason: null });
    expect(checkOf(compute(20))!.misclosureMm).toBeCloseTo(20, 6);
  });

  it('too much keep the room out of the estimate until somebody says why', () => {
    const result = compute(60);
    const { problems } = result.rooms[0] as UnmeasuredRoom;
    expect(problems).toMatchObject([{ code: 'MISCLOSURE_TOO_LARGE', path: 'plan.misclosureReason' }]);
    expect(problems[0]!.params.misclosureMm).toBeCloseTo(60, 6);
    expect(result.lines).toEqual([]);
    expect(compute(60, { plan: { misclosureReason: ' ' } }).lines).toEqual([]);
  });

  it('are taken with a reason, which is told with the area and the perimeter', () => {
    const result = compute(60, { plan: { misclosureReason: 'стена завалена' } });
    expect(checkOf(result)).toMatchObject({ verdict: 'refused', reason: 'стена завалена' });
    const notesOf = (ruleKey: string) =>
      result.lines
        .find((line) => line.ruleKey === ruleKey)!
        .explanation.notes.map(({ code, params }) => [code, params]);
    const told = [
      'MISCLOSURE_ACCEPTED',
      { misclosureMm: '60', misclosurePercent: '1.185770751', reason: 'стена завалена' },
    ];
    expect(notesOf('canvas')).toContainEqual(told);
    expect(notesOf('profile')).toContainEqual(told);
  });

  it('keep an old reason out of the estimate once they agree again', () => {
    expect(checkOf(compute(5, { plan: { misclosureReason: 'стена завалена' } }))!.reason).toBeNull();
  });

  it.each([
    // Five millimetres more, or a fifth.
    [38, 38, true],
    [38, 45.5, true],
    [38, 46, false],
    [38, 218, false],
    [200, 239, true],
    [200, 241, false],
    [218, 38, true],
  ])('accepted at %f mm and at %f mm now: the reason is good %j', (acceptedMisclosureMm, byMm, isGood) => {
    const [room] = compute(byMm, { plan: { misclosureReason: 'стена завалена', acceptedMisclosureMm } }).rooms;
    expect('measures' in room!).toBe(isGood);
  });

  it('ask again for a reason that was given when they disagreed less', () => {
    const result = compute(218, { plan: { misclosureReason: 'стена завалена', acceptedMisclosureMm: 38 } });
    const { problems } = result.rooms[0] as UnmeasuredRoom;
    expect(problems).toMatchObject([
      { code: 'MISCLOSURE_TOO_LARGE', path: 'plan.misclosureReason', params: { acceptedMm: 38 } },
    ]);
    expect(problems[0]!.params.misclosureMm).toBeCloseTo(218, 6);
    expect(result.lines).toEqual([]);
  });

  it('are judged by the tolerances of the organization', () => {
    const strict = { ...DEFAULT_TOLERANCES, blockMm: 15 };
    expect(compute(20, { tolerances: strict }).rooms[0]).toMatchObject({
      problems: [{ code: 'MISCLOSURE_TOO_LARGE' }],
    });
    const lax = { warnMm: 100, warnPercent: 10, blockMm: 200, blockPercent: 20 };
    expect(checkOf(compute(60, { tolerances: lax }))).toMatchObject({ verdict: 'agrees' });
  });

  it('are judged anew when the tolerances change and the room does not', () => {
    const room = roomInput(misread(20));
    const verdictBy = (tolerances: MeasurementTolerances) =>
      checkOf(
        computeEstimate(estimateDraft({ rooms: [room] }), { priceBook: priceBook(), ruleSet: ruleSetR1, tolerances }),
      )!.verdict;
    expect(verdictBy(DEFAULT_TOLERANCES)).toBe('doubtful');
    expect(verdictBy({ warnMm: 100, warnPercent: 10, blockMm: 200, blockPercent: 20 })).toBe('agrees');
  });
});
