import type { EstimateLine } from '@smet/estimating';
import { isSame } from '../model/same-form';
import type { GridRow, RowGroup } from './grid-rows';

/** Field by field and without lists of them: it is asked for every line at every keystroke. */
function sameLine(a: EstimateLine, b: EstimateLine): boolean {
  if (a === b) return true;
  for (const field in b) {
    const before = a[field as keyof EstimateLine];
    const after = b[field as keyof EstimateLine];
    if (before !== after && !isSame(before, after)) return false;
  }
  for (const field in a) if (!(field in b)) return false;
  return true;
}

const sameRow = (a: GridRow, b: GridRow): boolean =>
  a.kind === 'line' && b.kind === 'line' ? a.place === b.place && sameLine(a.line, b.line) : isSame(a, b);

function steadyGroup(before: RowGroup, after: RowGroup): RowGroup {
  const known = new Map(before.rows.map((row) => [row.key, row]));
  const rows = after.rows.map((row) => {
    const was = known.get(row.key);
    return was && sameRow(was, row) ? was : row;
  });
  const isAsItWas = rows.length === before.rows.length && rows.every((row, index) => row === before.rows[index]);
  const steady = { ...after, rows: isAsItWas ? before.rows : rows };
  return isSame(before, steady) ? before : steady;
}

/**
 * Every keystroke computes the whole estimate anew. Groups and rows that came out as they were are the very objects of
 * before, so that only the others are painted.
 */
export function steadyGroups(before: readonly RowGroup[], after: readonly RowGroup[]): RowGroup[] {
  const known = new Map(before.map((group) => [group.key, group]));
  return after.map((group) => {
    const was = known.get(group.key);
    return was ? steadyGroup(was, group) : group;
  });
}
