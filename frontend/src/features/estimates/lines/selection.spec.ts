import { describe, expect, it } from '@jest/globals';
import { blockOf, nextPlace, placeFrom, placesOf } from './selection';
import type { GridShape, Place } from './selection';

const shape: GridShape = { rows: ['a', 'b', 'c'], columns: ['name', 'quantity', 'sum'] };
const place = (row: string, column: Place['column']): Place => ({ row, column });

describe('walking over the cells', () => {
  it('goes as far as there are cells', () => {
    expect(placeFrom(shape, place('b', 'quantity'), { rows: 1, columns: -1 })).toEqual(place('c', 'name'));
    expect(placeFrom(shape, place('b', 'quantity'), { rows: 10 })).toEqual(place('c', 'quantity'));
    expect(placeFrom(shape, place('gone', 'quantity'), { rows: 1 })).toBeNull();
  });

  it('knows a block from whichever corner it was begun', () => {
    const block = blockOf(shape, { active: place('c', 'quantity'), end: place('b', 'name') });
    expect(block).toEqual({ top: 1, bottom: 2, left: 0, right: 1 });
    expect(placesOf(shape, block!)).toEqual([
      [place('b', 'name'), place('b', 'quantity')],
      [place('c', 'name'), place('c', 'quantity')],
    ]);
  });

  it('has no block when a corner of it is shown no more', () => {
    expect(blockOf(shape, { active: place('a', 'name'), end: place('gone', 'name') })).toBeNull();
  });

  it('finds the next wanted cell across rows, and none beyond the last one', () => {
    const isQuantity = ({ column }: Place): boolean => column === 'quantity';
    expect(nextPlace(shape, place('a', 'quantity'), isQuantity, 1)).toEqual(place('b', 'quantity'));
    expect(nextPlace(shape, place('b', 'name'), isQuantity, -1)).toEqual(place('a', 'quantity'));
    expect(nextPlace(shape, place('c', 'quantity'), isQuantity, 1)).toBeNull();
  });
});
