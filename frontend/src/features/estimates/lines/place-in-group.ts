import type { GridRow } from './grid-rows';
import type { Block, Place } from './selection';
import type { Editing } from './use-grid-state';

/** What of the cells that are worked in lies in one group, in values that stay the same while it does. */
export interface PlaceInGroup {
  active: Place | null;
  /** Its selected rows, by index from the first of the group, and columns; null when none are. */
  top: number | null;
  bottom: number;
  left: number;
  right: number;
  editing: Editing | null;
  /** The row whose quantity explains itself. */
  why: string | null;
}

export const NOWHERE: PlaceInGroup = {
  active: null,
  top: null,
  bottom: 0,
  left: 0,
  right: 0,
  editing: null,
  why: null,
};

interface PlaceInGrid {
  active: { row: string | undefined; column: Place['column'] };
  block: Block | null;
  editing: Editing | null;
  why: string | null;
}

/** `first` is the index of the group's first row in the grid. */
export function placeInGroup({ active, block, editing, why }: PlaceInGrid, rows: readonly GridRow[], first: number) {
  const isIn = (row: string | null | undefined): boolean => rows.some(({ key }) => key === row);
  const last = first + rows.length - 1;
  const isSelected = block !== null && block.top <= last && block.bottom >= first;
  const selected = isSelected ? { ...block, top: block.top - first, bottom: block.bottom - first } : NOWHERE;
  const { top, bottom, left, right } = selected;
  return {
    top,
    bottom,
    left,
    right,
    active: isIn(active.row) ? (active as Place) : null,
    editing: isIn(editing?.place.row) ? editing : null,
    why: isIn(why) ? why : null,
  };
}
