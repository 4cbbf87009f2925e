import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { oneLineCase, scheduleArbitrary } from '../../test-data/random-estimates.js';
import { computeEstimate } from './compute-estimate.js';
import type { PaymentStage } from './money-terms.js';
import { isSchedule, splitByStages } from './schedule.js';

function stages(...percents: string[]): PaymentStage[] {
  return percents.map((percent) => ({ when: 'on_start', percent }));
}

function amounts(toPayMinor: number, ...percents: string[]): number[] {
  return splitByStages(toPayMinor, stages(...percents)).map(({ amountMinor }) => amountMinor);
}

describe('a payment schedule', () => {
  it('is whole roubles, the rest in the last stage', () => {
    expect(amounts(30_131_00, '50', '50')).toEqual([15_066_00, 15_065_00]);
    expect(amounts(1000_00, '33.33', '33.33', '33.34')).toEqual([333_00, 333_00, 334_00]);
    expect(amounts(955_23, '30', '70')).toEqual([287_00, 668_23]);
    expect(amounts(955_23, '100')).toEqual([955_23]);
    expect(amounts(955_23)).toEqual([]);
  });

  it('never asks for more than is left', () => {
    // A quarter of two roubles is half a rouble, and half a rouble is rounded up.
    expect(amounts(2_00, '25', '25', '25', '25')).toEqual([1_00, 1_00, 0, 0]);
    expect(amounts(60, '90', '10')).toEqual([60, 0]);
  });

  it('adds up to what is to be paid, each stage within a rouble of its percent but the last', () => {
    fc.assert(
      fc.property(fc.nat(1e10), scheduleArbitrary, (toPayMinor, schedule) => {
        expect(isSchedule(schedule)).toBe(true);
        const split = splitByStages(toPayMinor, schedule);
        expect(split.reduce((sum, { amountMinor }) => sum + amountMinor, 0)).toBe(toPayMinor);
        for (const { amountMinor, percent } of split.slice(0, -1)) {
          expect(amountMinor).toBeLessThanOrEqual((toPayMinor * Number(percent)) / 100 + 51);
          expect(amountMinor).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });

  it.each([
    [stages('50', '49.99')],
    [stages('50', '50.01')],
    [stages('150', '-50')],
    [stages('33.333', '66.667')],
    [stages('ten', '90')],
    [[]],
    [stages(...Array<string>(20).fill('5'))],
    [[{ when: 'some day', percent: '100' } as unknown as PaymentStage]],
  ])('that is none falls back on that of the organization: %j', (schedule) => {
    const { draft, pricing } = oneLineCase('1', 100_00);
    const { totals, problems } = computeEstimate({ ...draft, schedule }, pricing);
    expect(problems).toMatchObject([{ code: 'SCHEDULE_INVALID', path: 'schedule' }]);
    expect(totals.schedule.map(({ amountMinor }) => amountMinor)).toEqual([50_00, 50_00]);
  });

  it('of the estimate goes before that of the organization', () => {
    const { draft, pricing } = oneLineCase('1', 100_00);
    const { totals } = computeEstimate({ ...draft, schedule: stages('10', '20', '70') }, pricing);
    expect(totals).toMatchObject({ prepaymentMinor: 10_00, restMinor: 90_00 });
    expect(totals.schedule.map(({ amountMinor }) => amountMinor)).toEqual([10_00, 20_00, 70_00]);
  });
});
