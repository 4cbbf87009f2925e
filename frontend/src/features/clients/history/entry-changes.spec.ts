import { describe, expect, it } from '@jest/globals';
import { changesOf } from './entry-changes';

describe('what an entry of the history changed', () => {
  it('is told part by part, own fields one by one', () => {
    const changes = {
      name: { before: 'Анна', after: 'Анна Ветрова' },
      fields: { before: { area: 20, floor: null }, after: { area: 30, floor: 'плитка' } },
    };
    expect(changesOf({ changes })).toEqual([
      { before: { part: 'name', value: 'Анна' }, after: { part: 'name', value: 'Анна Ветрова' } },
      { before: { part: 'fields', key: 'area', value: 20 }, after: { part: 'fields', key: 'area', value: 30 } },
      {
        before: { part: 'fields', key: 'floor', value: null },
        after: { part: 'fields', key: 'floor', value: 'плитка' },
      },
    ]);
  });

  it('is nothing for what is no change of parts', () => {
    expect(changesOf({ changes: { number: 7, name: 'Анна', fields: ['phones'] } })).toEqual([]);
  });
});
