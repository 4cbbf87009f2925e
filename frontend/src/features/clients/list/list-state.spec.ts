import { describe, expect, it } from '@jest/globals';
import { isFiltered, readListState, writeListState } from './list-state';

const read = (search: string) => readListState(new URLSearchParams(search));

describe('the client list in the address', () => {
  it('comes back as it was written, own fields and the trash included', () => {
    const state = {
      query: 'Ветрова 12',
      kind: 'company' as const,
      tag: 'a',
      source: 'Сайт & друзья',
      responsibleUserId: 'b',
      trash: true as const,
      fields: { area: '20..45', floor_kind: 'плитка' },
      sort: '-updatedAt' as const,
    };
    expect(read(writeListState(state))).toEqual(state);
  });

  it('leaves defaults unsaid', () => expect(writeListState(read(''))).toBe(''));

  it('ignores what it does not know and bounds what it takes', () => {
    expect(read('sort=password&kind=dog&trash=1&tag=%20&field.A-B=1&field.x=')).toEqual({ fields: {}, sort: 'name' });
    expect(read(`query=${'x'.repeat(500)}`).query).toHaveLength(100);
  });

  it('knows a filtered list from a whole one', () => {
    expect([read('trash=true&sort=-name'), read('field.x=1'), read('kind=person')].map(isFiltered)).toEqual([
      false,
      true,
      true,
    ]);
  });
});
