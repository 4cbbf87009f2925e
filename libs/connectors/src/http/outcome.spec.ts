import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fullJitter, mapOutcome, ok, outcomeOfTransport, type Failure } from './outcome.js';
import { createInProcessLimiter } from './rate-limiter.js';
import type { TransportFailureKind } from './types.js';

describe('outcomeOfTransport', () => {
  it.each<[TransportFailureKind, string, string]>([
    ['unreachable', 'retry', 'UNREACHABLE'],
    ['timeout', 'retry', 'TIMEOUT'],
    ['dns', 'retry', 'NAME_NOT_FOUND'],
    ['tls', 'retry', 'CERTIFICATE'],
    ['too-large', 'retry', 'RESPONSE_TOO_LARGE'],
    ['blocked-address', 'rejected', 'ADDRESS_NOT_ALLOWED'],
  ])('makes %s a %s %s', (kind, expectedKind, code) => {
    const outcome = outcomeOfTransport({ ok: false, kind, code: 'X', outcomeKnown: true });
    expect(outcome).toMatchObject({ kind: expectedKind, code });
  });

  it('passes on that a write may have happened', () => {
    const outcome = outcomeOfTransport({ ok: false, kind: 'timeout', code: 'X', outcomeKnown: false });
    expect(outcome).toMatchObject({ kind: 'retry', outcomeKnown: false });
  });
});

describe('mapOutcome', () => {
  it('changes a value and leaves a failure alone', () => {
    expect(mapOutcome(ok(2), (value) => value * 2)).toEqual(ok(4));
    const gone: Failure = { kind: 'gone' };
    expect(mapOutcome<number, number>(gone, (value) => value * 2)).toBe(gone);
  });
});

describe('fullJitter', () => {
  it('spreads from nothing to the ceiling that doubles up to the cap', () => {
    const highest = { baseMs: 100, capMs: 1000, random: () => 0.999_999 };
    expect([0, 1, 2, 3, 4, 50].map((attempt) => fullJitter(attempt, highest))).toEqual([99, 199, 399, 799, 999, 999]);
    expect(fullJitter(3, { ...highest, random: () => 0 })).toBe(0);
  });

  it('never leaves its bounds', () => {
    fc.assert(
      fc.property(
        fc.nat(2000),
        fc.integer({ min: 1, max: 60_000 }),
        fc.double({ min: 0, max: 0.999_999, noNaN: true }),
        (attempt, baseMs, chance) => {
          const wait = fullJitter(attempt, { baseMs, capMs: 300_000, random: () => chance });
          return Number.isSafeInteger(wait) && wait >= 0 && wait <= 300_000;
        },
      ),
    );
  });
});

describe('createInProcessLimiter', () => {
  it('spaces the slots of one key evenly and keeps keys apart', async () => {
    let time = 1000;
    const limiter = createInProcessLimiter(5, () => time);
    const waits = [];
    for (const key of ['a', 'a', 'a', 'b']) waits.push((await limiter.acquire(key)).waitMs);
    expect(waits).toEqual([0, 200, 400, 0]);
    time = 5000;
    expect(await limiter.acquire('a')).toEqual({ waitMs: 0 });
  });
});
