import { describe, expect, it } from '@jest/globals';
import { dayIn, lastDay } from './validity';

describe('how long an offer holds', () => {
  it('is counted from the day it is where the organization is', () => {
    const lateEvening = new Date('2026-12-31T20:30:00Z');
    expect(dayIn('Europe/Moscow', lateEvening)).toBe('2026-12-31');
    expect(dayIn('Asia/Vladivostok', lateEvening)).toBe('2027-01-01');
  });

  it('is as many days as the organization says', () => {
    expect(lastDay('2026-12-20', 14)).toBe('2027-01-03');
    expect(lastDay('2026-12-20', 1)).toBe('2026-12-21');
  });
});
