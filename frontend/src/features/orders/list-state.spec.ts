import { describe, expect, it } from '@jest/globals';
import { readListState, writeListState } from './list-state';

const read = (search: string) => readListState(new URLSearchParams(search));

describe('the order list in the address', () => {
  it('comes back as it was written', () => {
    const state = { query: '№ 12', stageId: 'a', responsibleUserId: 'b', sort: '-totalMinor' as const };
    expect(read(writeListState(state))).toEqual(state);
  });

  it('leaves defaults unsaid', () => {
    expect(writeListState(read(''))).toBe('');
  });

  it('ignores what it does not know and bounds what it takes', () => {
    expect(read('sort=password&stageId=%20')).toEqual({ sort: '-createdAt' });
    expect(read(`query=${'x'.repeat(500)}`).query).toHaveLength(100);
  });
});
