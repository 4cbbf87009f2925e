import { describe, expect, it } from '@jest/globals';
import type { Client } from '@smet/api-client';
import { mergeRows } from './merge-rows';

const client = (parts: Partial<Client>): Client =>
  ({ kind: 'person', name: 'Анна', responsible: null, source: null, comment: null, fields: {}, ...parts }) as Client;

describe('what is chosen when two clients are merged', () => {
  it('is nothing where they are the same', () => expect(mergeRows(client({}), client({}))).toEqual([]));

  it('is every single value that differs, the first one’s unless it is empty', () => {
    const manager = { id: 'u', name: 'Менеджер' };
    const rows = mergeRows(
      client({ name: 'Анна Ветрова', fields: { area: 20, floor: 'плитка' } }),
      client({ name: 'Анна', responsible: manager, fields: { area: 30, floor: 'плитка', pets: true } }),
    );
    expect(rows.map(({ key, usual }) => [key, usual])).toEqual([
      ['name', 'mine'],
      ['responsibleUserId', 'theirs'],
      ['fields.area', 'mine'],
      ['fields.pets', 'theirs'],
    ]);
    expect(rows[1]?.theirs).toEqual({ part: 'responsible', value: manager });
  });
});
