import { describe, expect, it } from '@jest/globals';
import { changeOfItem, clashes, EMPTY_ITEM, follow } from './item-draft';

const was = {
  ...EMPTY_ITEM,
  code: 'P-1',
  name: 'Профиль',
  unit: 'м',
  categoryId: 'c',
  fields: { width: '320', maker: 'А' },
};

describe('a changed item', () => {
  it('sends only what differs, numbers as numbers, and takes emptied values away', () => {
    const draft = { ...was, name: 'Профиль теневой ', fields: { width: '320,5', maker: '' } };
    expect(changeOfItem(was, draft, { width: 'number', maker: 'text' })).toEqual({
      name: 'Профиль теневой',
      fields: { width: 320.5, maker: null },
    });
    expect(changeOfItem(was, was, { width: 'number', maker: 'text' })).toEqual({});
  });

  it('follows what only the other person changed, and names what both did', () => {
    const mine = { ...was, name: 'Моё', fields: { width: '330', maker: 'А' } };
    const theirs = { ...was, name: 'Их', unit: 'шт', fields: { width: '320', maker: 'Б' } };
    expect(clashes(was, mine, theirs)).toEqual(['name', 'fields']);
    expect(follow(was, mine, theirs)).toEqual({ ...theirs, name: 'Моё', fields: { width: '330', maker: 'Б' } });
  });
});
