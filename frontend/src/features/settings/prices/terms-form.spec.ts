import { describe, expect, it } from '@jest/globals';
import type { PricingTerms } from '@smet/api-client';
import { readTermsForm, scheduleSum, toTermsForm } from './terms-form';

const terms: PricingTerms = {
  version: 3,
  minimumOrderMinor: 900_050,
  excludedCategoryIds: ['a'],
  rounding: { policy: 'published', level: 1 },
  vat: { mode: 'included', regime: 'standard' },
  schedule: [
    { when: 'before_start', percent: '33.34' },
    { when: 'after_act', percent: '66.66' },
  ],
  discountLimits: {
    owner: 100,
    administrator: 100,
    manager: 7.5,
    measurer: 3,
    workshop: 0,
    installer: 0,
    operator: 0,
    accountant: 0,
  },
  validDays: 14,
};
const form = toTermsForm(terms);
const wrongOf = (given: Partial<typeof form>) => {
  const read = readTermsForm({ ...form, ...given }, terms);
  return read.ok ? [] : [...read.wrong];
};
const stage = (percent: string) => ({ when: 'on_start' as const, percent });

describe('the money terms as typed', () => {
  it('are roubles and percent with a comma, there and back, with the limits of roles not shown', () => {
    expect(form).toMatchObject({
      minimumOrder: '9000,5',
      limits: { manager: '7,5' },
      schedule: [{ percent: '33,34' }, {}],
    });
    expect(readTermsForm(form, terms)).toEqual({ ok: true, terms });
  });

  it('may have spaced thousands and a point', () => {
    const read = readTermsForm({ ...form, minimumOrder: '12 500.5' }, terms);
    expect(read).toMatchObject({ ok: true, terms: { minimumOrderMinor: 1_250_050 } });
  });

  it.each<[string, Partial<typeof form>, string[]]>([
    ['parts of a kopeck', { minimumOrder: '1,005' }, ['minimumOrder']],
    ['a minimum in words', { minimumOrder: 'много' }, ['minimumOrder']],
    ['no days', { validDays: '0' }, ['validDays']],
    ['half a day', { validDays: '1,5' }, ['validDays']],
    ['a limit above everything', { limits: { ...form.limits, manager: '101' } }, ['limits.manager']],
    ['a stage of nothing', { schedule: [stage('0'), stage('100')] }, ['schedule.0']],
    ['stages that make too little', { schedule: [stage('50'), stage('49,99')] }, ['schedule']],
    ['stages that make too much', { schedule: [stage('50'), stage('50,01')] }, ['schedule']],
    ['a stage that is no number', { schedule: [stage('половина')] }, ['schedule.0', 'schedule']],
  ])('refuse %s', (_, given, wrong) => {
    expect(wrongOf(given)).toEqual(wrong);
  });

  it('sum thirds exactly', () => {
    expect(scheduleSum([stage('33,33'), stage('33,33'), stage('33,34')])).toBe(10_000);
    expect(scheduleSum([stage('0,1'), stage('0,2')])).toBe(30);
    expect(scheduleSum([stage('')])).toBeNull();
  });
});
