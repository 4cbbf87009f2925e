import { describe, expect, it } from '@jest/globals';
import type { GridRow } from './grid-rows';
import { pasteCells } from './paste-cells';
import type { GridShape, Selection } from './selection';
import { testAdjustment, testLine, testManual, testRow } from './test-rows';

const rows: GridRow[] = [
  testRow(testLine({ key: 'r1:area', name: 'Полотно' })),
  testRow(testManual('m', { name: 'Выезд' })),
  { kind: 'adjustment', key: 'adjustment r1:height', adjustment: testAdjustment(), place: '' },
];
const shape: GridShape = { rows: rows.map(({ key }) => key), columns: ['name', 'quantity', 'unit', 'discount'] };
const rights = { readOnly: false, canDiscount: true };
const quantityOf = (row: string): Selection['active'] => ({ row, column: 'quantity' });

function paste(block: string[][], selection: Partial<Selection> = {}, given = rights) {
  const active = selection.active ?? quantityOf('r1:area');
  return pasteCells({
    shape,
    rows: new Map(rows.map((row) => [row.key, row])),
    selection: { active, end: selection.end ?? active },
    rights: given,
    block,
  });
}

describe('pasting a block into the lines', () => {
  it('goes from the active cell on: quantities by rule and by hand, and discounts', () => {
    const { changes, refused } = paste([
      ['15,5', '', '10'],
      ['1 200', '', '7,5 %'],
    ]);
    expect(changes).toEqual([
      { type: 'override', roomId: 'r1', ruleKey: 'area', quantity: '15.5' },
      { type: 'line-discount', lineKey: 'r1:area', text: '10' },
      { type: 'line-quantity', id: 'm', quantity: '1200' },
      { type: 'line-discount', lineKey: 'manual:m', text: '7,5' },
    ]);
    expect(refused).toEqual([]);
  });

  it('puts the computed quantity back where it is the same', () => {
    expect(paste([['12,0']]).changes).toEqual([{ type: 'override', roomId: 'r1', ruleKey: 'area', quantity: null }]);
  });

  it('puts one value into every selected cell', () => {
    const { changes } = paste([['2']], { end: quantityOf('manual:m') });
    expect(changes.map(({ type }) => type)).toEqual(['override', 'line-quantity']);
  });

  it('names everything it could not take', () => {
    const { changes, refused } = paste([['много', 'м', '101'], ['3'], ['4'], ['5']]);
    expect(changes).toEqual([{ type: 'line-quantity', id: 'm', quantity: '3' }]);
    expect(refused).toEqual([
      { text: 'много', rowName: 'Полотно', column: 'quantity', reason: 'not-a-number' },
      { text: 'м', rowName: 'Полотно', column: 'unit', reason: 'not-editable' },
      { text: '101', rowName: 'Полотно', column: 'discount', reason: 'not-a-number' },
      { text: '4', rowName: 'Высота', column: 'quantity', reason: 'not-editable' },
      { text: '5', rowName: null, column: 'quantity', reason: 'no-line' },
    ]);
  });

  it('leaves discounts to those who may give them', () => {
    const selection = { active: { row: 'r1:area', column: 'discount' as const } };
    const { changes, refused } = paste([['5', '9']], selection, { readOnly: false, canDiscount: false });
    expect(changes).toEqual([]);
    expect(refused.map(({ reason }) => reason)).toEqual(['not-editable', 'no-column']);
  });
});
