import { describe, expect, it } from '@jest/globals';
import type { Item } from '@smet/api-client';
import { resolveRows, wantedRows } from './paste-rows';

const item = (code: string, name: string, priceMinor: number | null = 100): Item => ({
  id: code,
  code,
  name,
  unit: 'шт',
  kind: 'material',
  category: { id: 'c', name: 'Прочее' },
  norm: null,
  fields: {},
  barcodes: [],
  pictures: [],
  state: 'active',
  version: 1,
  updatedAt: '2026-11-20T00:00:00.000Z',
  priceMinor,
});

describe('rows of a spreadsheet that are to become lines', () => {
  it('finds name and quantity wherever they stand, and skips numbers of lists', () => {
    expect(
      wantedRows([
        ['1', 'Люстра', 'шт', '2,5', '1000'],
        ['SRV-TRIP2', '3'],
        ['', '', ''],
        ['10023', '4'],
        ['Наименование', 'Кол-во'],
      ]),
    ).toEqual([
      { number: 1, key: 'Люстра', quantity: '2.5' },
      { number: 2, key: 'SRV-TRIP2', quantity: '3' },
      { number: 4, key: '10023', quantity: '4' },
      { number: 5, key: 'Наименование', quantity: null },
    ]);
  });

  it('matches by code, then by the whole name; whatever it does not take it names', () => {
    const rows = wantedRows([
      ['srv-trip2', '1'],
      ['монтаж  Люстры', '2'],
      ['Лента', '3'],
      ['Лента', ''],
      ['Труба', '1'],
      ['Без цены', '1'],
      ['Лента белая', '1'],
    ]);
    const items = [
      item('SRV-TRIP2', 'Выезд'),
      item('W1', 'Монтаж люстры'),
      item('L1', 'Лента'),
      item('L2', 'Лёнта'),
      item('L3', 'Лента'),
      item('N', 'Без цены', null),
    ];
    const { found, refused } = resolveRows(rows, items);
    expect(found.map(({ item: { code }, quantity }) => [code, quantity])).toEqual([
      ['SRV-TRIP2', '1'],
      ['W1', '2'],
    ]);
    expect(refused).toEqual([
      { number: 3, key: 'Лента', reason: 'several' },
      { number: 4, key: 'Лента', reason: 'several' },
      { number: 5, key: 'Труба', reason: 'unknown' },
      { number: 6, key: 'Без цены', reason: 'no-price' },
      { number: 7, key: 'Лента белая', reason: 'unknown' },
    ]);
  });
});
