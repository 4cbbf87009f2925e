import { describe, expect, it } from '@jest/globals';
import { steadyGroups } from './steady-groups';
import type { GridRow, RowGroup } from './grid-rows';
import { testLine, testRow } from './test-rows';

const lineRow = (key: string): GridRow => testRow(testLine({ key }));

const group = (key: string, rows: GridRow[]): RowGroup => ({
  key,
  name: key,
  roomId: key,
  takesLines: true,
  rows,
  sumMinor: 0,
  unfinished: false,
});

/** Computed anew: the same in everything, other objects. */
const again = <T>(value: T): T => structuredClone(value);

describe('groups of lines after a keystroke', () => {
  const hall = group('hall', [lineRow('a'), lineRow('b')]);
  const kitchen = group('kitchen', [lineRow('c')]);

  it('are the ones of before where nothing changed', () => {
    const before = [hall, kitchen];
    const after = steadyGroups(before, again(before));
    expect(after[0]).toBe(hall);
    expect(after[1]).toBe(kitchen);
  });

  it('show a line that came out different, and keep the rows beside it', () => {
    const changed = again(hall);
    if (changed.rows[0]?.kind === 'line') changed.rows[0].line.sumMinor += 1;
    const [after, other] = steadyGroups([hall, kitchen], [changed, again(kitchen)]);
    expect(after!.rows[0]).toBe(changed.rows[0]);
    expect(after!.rows[1]).toBe(hall.rows[1]);
    expect(other).toBe(kitchen);
  });

  it('show what a line lost, a line that went and one that came, another order and another sum', () => {
    const discounted = again(hall);
    if (discounted.rows[0]?.kind === 'line')
      discounted.rows[0].line.discount = { by: 'line', percent: '5', amountMinor: 5 };
    for (const [before, after] of [
      [discounted, again(hall)],
      [hall, group('hall', [lineRow('a')])],
      [hall, group('hall', [lineRow('a'), lineRow('b'), lineRow('d')])],
      [hall, group('hall', [lineRow('b'), lineRow('a')])],
      [hall, { ...again(hall), sumMinor: 7 }],
    ] as const) {
      expect(steadyGroups([before], [after])).toEqual([after]);
    }
  });
});
