import type { ColumnKey } from './columns';
import type { Place } from './selection';

/** The cell an event came from; null for what lies beside cells, and inside of the field of a cell. */
export function placeOf(target: EventTarget | null): Place | null {
  if (!(target instanceof HTMLElement) || target.dataset.row === undefined) return null;
  return { row: target.dataset.row, column: target.dataset.column as ColumnKey };
}

/** The same for a target within a cell. */
export function placeAround(target: EventTarget | null): Place | null {
  return target instanceof Element ? placeOf(target.closest('[data-row]')) : null;
}

/** Moves the focus, by which the cell becomes the active one. */
export function focusCell(grid: HTMLElement | null, place: Place | null): void {
  cellElement(grid, place)?.focus();
}

export function showCell(grid: HTMLElement | null, place: Place | null): void {
  cellElement(grid, place)?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
}

function cellElement(grid: HTMLElement | null, place: Place | null): HTMLElement | null {
  if (!grid || !place) return null;
  const { row, column } = place;
  return grid.querySelector<HTMLElement>(`[data-row="${CSS.escape(row)}"][data-column="${column}"]`);
}
