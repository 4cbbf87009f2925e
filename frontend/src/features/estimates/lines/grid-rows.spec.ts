import { describe, expect, it } from '@jest/globals';
import { groupRows } from './grid-rows';
import type { GroupBy } from './grid-rows';
import { testAdjustment, testLine, testManual } from './test-rows';

const words = { common: 'Общее', unnamedRoom: 'Без названия', noCategory: 'Без категории', adjustments: 'Надбавки' };
const result = {
  rooms: [{ roomId: 'r2', problems: [] }],
  lines: [
    testLine({ key: 'r1:area', roomId: 'r1', categoryId: 'film', sumMinor: 100 }),
    testLine({ key: 'r1:work', roomId: 'r1', categoryId: 'work', sumMinor: 50 }),
    testManual('m', { roomId: null, categoryId: 'work', sumMinor: 7 }),
  ],
  adjustments: [
    testAdjustment({ key: 'r1:height', roomId: 'r1', sumMinor: 15 }),
    testAdjustment({ key: 'minimum-order', kind: 'minimum-order', roomId: null, sumMinor: 1000 }),
  ],
};
const groups = (by: GroupBy) =>
  groupRows(by, {
    rooms: [
      { id: 'r1', name: 'Зал' },
      { id: 'r2', name: '' },
    ],
    result,
    categories: [
      { id: 'work', name: 'Работы' },
      { id: 'film', name: 'Полотна' },
      { id: 'none', name: 'Пусто' },
    ],
    words,
  }).map(({ name, sumMinor, rows, unfinished }) => ({ name, sumMinor, rows: rows.map(({ key }) => key), unfinished }));

describe('groups of lines', () => {
  it('by room: coefficients after the lines of their room, the rest at the end', () => {
    expect(groups('room')).toEqual([
      { name: 'Зал', sumMinor: 165, rows: ['r1:area', 'r1:work', 'adjustment r1:height'], unfinished: false },
      { name: 'Без названия', sumMinor: 0, rows: [], unfinished: true },
      { name: 'Общее', sumMinor: 1007, rows: ['manual:m', 'adjustment minimum-order'], unfinished: false },
    ]);
  });

  it('by category, in the order of the organization; sums beside the lines come last', () => {
    expect(groups('category').map(({ name, sumMinor, rows }) => [name, sumMinor, rows])).toEqual([
      ['Работы', 57, ['r1:work', 'manual:m']],
      ['Полотна', 100, ['r1:area']],
      ['Надбавки', 1015, ['adjustment r1:height', 'adjustment minimum-order']],
    ]);
  });
});
