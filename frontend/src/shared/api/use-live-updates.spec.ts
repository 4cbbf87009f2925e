import { describe, expect, it } from '@jest/globals';
import { QueryClient } from '@tanstack/react-query';
import { queryKeys } from './query-keys';
import { applyChange } from './use-live-updates';

describe('a live change of an estimate', () => {
  it('makes every version of it stale, and no other estimate', () => {
    const queries = new QueryClient();
    const { detail, version, links } = queryKeys.estimates;
    const own = [detail('a'), version('a', 1), version('a', 2), links('a')];
    const others = [detail('b'), version('b', 1)];
    for (const key of [...own, ...others]) queries.setQueryData(key, {});
    applyChange(queries, { subjectType: 'estimate', subjectId: 'a', type: 'proposal.accepted' });
    const isStale = (key: readonly unknown[]) => queries.getQueryState(key)?.isInvalidated;
    expect(own.map(isStale)).toEqual(own.map(() => true));
    expect(others.map(isStale)).toEqual(others.map(() => false));
  });
});
