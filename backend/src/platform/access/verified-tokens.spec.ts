import { describe, expect, it } from '@jest/globals';
import { Clock } from '../clock/index.js';
import { VerifiedTokens } from './verified-tokens.js';

const EXPIRY = 1_800_000_000;

class SetClock extends Clock {
  time = EXPIRY * 1000 - 1;

  override now(): Date {
    return new Date(this.time);
  }
}

const claims = { sub: 'person', sid: 'session', org: 'organization', exp: EXPIRY };

describe('verified tokens', () => {
  it('are known until they expire, not at that moment', () => {
    const clock = new SetClock();
    const tokens = new VerifiedTokens(clock);
    tokens.remember('a.b.c', claims);
    expect(tokens.find('a.b.c')).toMatchObject({ sub: 'person', sid: 'session', org: 'organization' });
    clock.time += 1;
    expect(tokens.find('a.b.c')).toBeNull();
  });

  it('are known as a whole only', () => {
    const tokens = new VerifiedTokens(new SetClock());
    tokens.remember('a.b.c', claims);
    for (const other of ['a.b.d', 'a.x.c', 'x.b.c', 'a.b.c ', 'a.b', '']) expect(tokens.find(other)).toBeNull();
  });

  it('are bounded: the first one makes room', () => {
    const tokens = new VerifiedTokens(new SetClock());
    for (let count = 0; count <= 10_000; count++) tokens.remember(`token ${count}`, claims);
    expect(tokens.find('token 0')).toBeNull();
    expect(tokens.find('token 1')).not.toBeNull();
    expect(tokens.find('token 10000')).not.toBeNull();
  });
});
