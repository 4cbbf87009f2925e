import { describe, expect, it } from '@jest/globals';
import { pathMatches } from './faults.js';
import { RateLimiter } from './limiter.js';
import { listAt, parseQuery, textAt, valueAt, withOf } from './query.js';
import { startOfDay } from './zone.js';

describe('query grammar', () => {
  it('reads nested, indexed and bare arrays, encoded or not', () => {
    const tree = parseQuery('?filter[statuses][0][pipeline_id]=1&filter%5Bid%5D%5B%5D=2&filter[id][]=3&page=4');
    expect(textAt(tree, 'filter', 'statuses', '0', 'pipeline_id')).toBe('1');
    expect(listAt(tree, 'filter', 'id')).toEqual(['2', '3']);
    expect(textAt(tree, 'page')).toBe('4');
    expect(textAt(tree, 'filter')).toBeUndefined();
  });

  it('splits lists by comma and survives hostile names', () => {
    const tree = parseQuery('with=contacts,%20loss_reason&__proto__[x]=1&a[b=2&c[]');
    expect([...withOf(tree)]).toEqual(['contacts', 'loss_reason']);
    expect(({} as Record<string, unknown>)['x']).toBeUndefined();
    expect(valueAt(tree, 'a', 'b', 'c')).toBeUndefined();
  });

  it('lets a later nested name win over an earlier text', () => {
    expect(textAt(parseQuery('a=1&a[b]=2'), 'a', 'b')).toBe('2');
  });
});

describe('fault paths', () => {
  it.each([
    ['/api/v4/leads', '/api/v4/leads', true],
    ['/api/v4/leads', '/api/v4/leads/5', false],
    ['/api/v4/leads/*', '/api/v4/leads/5', true],
    ['/api/v4/leads/*', '/api/v4/leads', false],
    ['/api/v4/**', '/api/v4/leads/5/link', true],
    ['/api/v4/**', '/api/v4', false],
  ])('%s matches %s: %s', (pattern, path, expected) => {
    expect(pathMatches(pattern, path)).toBe(expected);
  });
});

describe('limiter', () => {
  it('counts a sliding second for each token and does not count what it refused', () => {
    const limiter = new RateLimiter();
    const at = [0, 400, 500, 900, 1000, 1001];
    expect(at.map((moment) => limiter.admit('one', 2, moment))).toEqual([true, true, false, false, true, false]);
    expect(limiter.admit('two', 2, 500)).toBe(true);
    expect(limiter.admit('one', 0, 500)).toBe(true);
  });
});

describe('start of a day', () => {
  it.each([
    ['Europe/Moscow', '2026-11-20T00:00:00Z', '2026-11-19T21:00:00Z'],
    ['Europe/Moscow', '2026-11-19T21:00:00Z', '2026-11-19T21:00:00Z'],
    ['Asia/Kamchatka', '2026-11-20T00:00:00Z', '2026-11-19T12:00:00Z'],
    ['UTC', '2026-11-20T23:59:59Z', '2026-11-20T00:00:00Z'],
  ])('%s: the day of %s begins at %s', (zone, moment, expected) => {
    const seconds = (text: string): number => Date.parse(text) / 1000;
    expect(startOfDay(seconds(moment), zone)).toBe(seconds(expected));
  });
});
