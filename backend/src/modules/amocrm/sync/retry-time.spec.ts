import { describe, expect, it } from '@jest/globals';
import { retryTime } from './retry-time.js';

const NOW = new Date('2026-01-01T00:00:00Z');
const delay = (attempts: number, afterMs: number, random: number) =>
  retryTime(NOW, attempts, afterMs, () => random).getTime() - NOW.getTime();

describe('retryTime', () => {
  it.each([
    { attempts: 1, afterMs: 0, random: 0.5, ms: 1000 },
    { attempts: 2, afterMs: 0, random: 0.5, ms: 2000 },
    { attempts: 4, afterMs: 0, random: 0.5, ms: 8000 },
    { attempts: 60, afterMs: 0, random: 0.5, ms: 150_000 },
    { attempts: 3, afterMs: 0, random: 0, ms: 0 },
    { attempts: 1, afterMs: 90_000, random: 0.9, ms: 90_000 },
    { attempts: 20, afterMs: 1000, random: 0.5, ms: 150_000 },
  ])('after $attempts failures, at least $afterMs: $ms', ({ attempts, afterMs, random, ms }) => {
    expect(delay(attempts, afterMs, random)).toBe(ms);
  });
});
