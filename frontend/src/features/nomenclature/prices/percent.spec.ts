import { describe, expect, it } from '@jest/globals';
import { dayStart } from './day-start';
import { readPercent } from './percent';

describe('a change by percent', () => {
  it.each([
    ['7,5', 7.5],
    ['+10 %', 10],
    ['−3', -3],
    ['-0.25', -0.25],
  ])('%p is %d', (typed, percent) => expect(readPercent(typed)).toBe(percent));

  it.each(['', '0', '-100', '10001', 'много', '1,23456'])('%p is none', (typed) =>
    expect(readPercent(typed)).toBeNull(),
  );
});

describe('the beginning of a day', () => {
  it('is that of the organization, summer or winter', () => {
    expect(dayStart('2026-12-01', 'Europe/Moscow')).toBe('2026-11-30T21:00:00.000Z');
    expect(dayStart('2026-07-01', 'Europe/Berlin')).toBe('2026-06-30T22:00:00.000Z');
    expect(dayStart('2026-12-01', 'Europe/Berlin')).toBe('2026-11-30T23:00:00.000Z');
  });
});
