import type { KeyboardEvent } from 'react';

const STEPS: Readonly<Record<string, { row: number; column: number }>> = {
  ArrowUp: { row: -1, column: 0 },
  ArrowDown: { row: 1, column: 0 },
  ArrowLeft: { row: 0, column: -1 },
  ArrowRight: { row: 0, column: 1 },
};

/** Moves the focus to the neighbouring editable cell of the table, as in a spreadsheet. Whether the key was one for that. */
export function moveBetweenCells(event: KeyboardEvent): boolean {
  const step = STEPS[event.key];
  const cell = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-cell]') : null;
  const row = cell?.closest('tr');
  if (!step || !cell || !row) return false;
  event.preventDefault();
  target(cell, row, step)?.focus();
  return true;
}

function target(cell: HTMLElement, row: Element, step: { row: number; column: number }): HTMLElement | null {
  if (step.column !== 0) {
    const cells = [...row.querySelectorAll<HTMLElement>('[data-cell]')];
    return cells[cells.indexOf(cell) + step.column] ?? null;
  }
  const next = step.row > 0 ? row.nextElementSibling : row.previousElementSibling;
  return next?.querySelector<HTMLElement>(`[data-cell="${cell.dataset['cell']}"]`) ?? null;
}
