import { describe, expect, it } from '@jest/globals';
import { choose, columnLetter, sourceColumns } from './mapping-draft';

const draft = { headerRow: 1, columns: { 0: 'code', 1: 'name' }, validFrom: '' };

describe('what columns mean', () => {
  it('moves a meaning that is chosen for another column', () => {
    expect(choose(draft, 3, 'name').columns).toEqual({ 0: 'code', 3: 'name' });
    expect(choose(draft, 1, 'code').columns).toEqual({ 1: 'code' });
  });

  it('forgets a column that is not to be read', () => {
    expect(choose(draft, 0, null).columns).toEqual({ 1: 'name' });
  });
});

describe('columns of a file', () => {
  it('are called as the chosen row says, else by their letter, with values from below it', () => {
    const preview = [
      { rowNumber: 1, cells: ['Прайс на ноябрь'] },
      { rowNumber: 3, cells: ['Артикул', null, 'Цена'] },
      { rowNumber: 4, cells: ['A-1', 'шт', 12.5] },
    ];
    expect(sourceColumns(preview, 3)).toEqual([
      { index: 0, title: 'Артикул', examples: ['A-1'] },
      { index: 1, title: 'B', examples: ['шт'] },
      { index: 2, title: 'Цена', examples: ['12.5'] },
    ]);
  });

  it('are lettered as table programs do', () => {
    expect([0, 25, 26, 51, 52].map(columnLetter)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA']);
  });
});
