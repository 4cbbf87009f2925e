'use client';

import { useRef } from 'react';
import type { KeyboardEvent, RefObject } from 'react';
import { focusCell, placeAround, showCell } from './cell-focus';
import type { GridState } from './use-grid-state';
import { nextPlace, placeFrom } from './selection';
import type { Place, Steps } from './selection';

const PAGE_ROWS = 10;
const KEEPS_LEAVING: ReadonlySet<string> = new Set(['Escape', 'Tab', 'Shift']);
const ALL = 100_000;

const ARROWS: Record<string, Steps> = {
  ArrowUp: { rows: -1 },
  ArrowDown: { rows: 1 },
  ArrowLeft: { columns: -1 },
  ArrowRight: { columns: 1 },
};
const JUMPS: Record<string, Steps> = {
  Home: { columns: -ALL },
  End: { columns: ALL },
  PageUp: { rows: -PAGE_ROWS },
  PageDown: { rows: PAGE_ROWS },
};

/** With Ctrl an arrow goes to the edge, Home and End to the corners. */
function stepsOf({ key, ctrlKey, metaKey }: KeyboardEvent): Steps | null {
  const steps = ARROWS[key] ?? JUMPS[key];
  if (!steps || !(ctrlKey || metaKey)) return steps ?? null;
  if (key === 'Home') return { rows: -ALL, columns: -ALL };
  if (key === 'End') return { rows: ALL, columns: ALL };
  return { rows: (steps.rows ?? 0) * ALL, columns: (steps.columns ?? 0) * ALL };
}

const isTyped = ({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean =>
  key.length === 1 && key !== ' ' && !ctrlKey && !metaKey && !altKey;

interface KeysInput {
  grid: RefObject<HTMLElement | null>;
  state: GridState;
  onClear: () => void;
}

/** The keyboard of a spreadsheet. Copying and pasting are events of the clipboard, whatever keys a layout has for them. */
export function useGridKeys({ grid, state, onClear }: KeysInput) {
  const { shape, selection } = state;
  // Escape lets the next Tab leave the grid instead of going through all of its cells.
  const leaving = useRef(false);

  const go = (place: Place | null): boolean => {
    if (place) focusCell(grid.current, place);
    return place !== null;
  };
  const extend = (steps: Steps): void => {
    const end = selection && placeFrom(shape, selection.end, steps);
    if (!selection || !end) return;
    state.select({ active: selection.active, end });
    showCell(grid.current, end);
  };

  /** Answers whether the key was the grid's. */
  const onCellKey = (event: KeyboardEvent, place: Place): boolean => {
    const steps = stepsOf(event);
    if (steps) {
      if (event.shiftKey) extend(steps);
      else go(placeFrom(shape, place, steps));
      return true;
    }
    switch (event.key) {
      case 'Enter':
        return event.altKey ? explain(place) : state.edit(place) || go(placeFrom(shape, place, { rows: 1 }));
      case 'F2':
        return state.edit(place);
      case 'Delete':
      case 'Backspace':
        onClear();
        return true;
      case 'Escape':
        leaving.current = true;
        state.setWhy(null);
        state.select({ active: place, end: place });
        return true;
      case ' ':
        return explain(place);
      default:
        return onOtherKey(event, place);
    }
  };
  const explain = ({ row, column }: Place): boolean => {
    if (column !== 'quantity') return false;
    state.setWhy((open) => (open === row ? null : row));
    return true;
  };
  const onOtherKey = (event: KeyboardEvent, place: Place): boolean => {
    if (event.code === 'KeyA' && (event.ctrlKey || event.metaKey)) {
      const end = placeFrom(shape, place, { rows: ALL, columns: ALL });
      const active = placeFrom(shape, place, { rows: -ALL, columns: -ALL });
      if (active && end) state.select({ active, end });
      return true;
    }
    return isTyped(event) && state.edit(place, event.key);
  };
  const onTab = (event: KeyboardEvent, place: Place): boolean =>
    !leaving.current && go(nextPlace(shape, place, state.canEdit, event.shiftKey ? -1 : 1));

  /** In the field of a cell: the arrows up and down leave it, those to the sides move in its text. */
  const onFieldKey = (event: KeyboardEvent, place: Place): boolean => {
    switch (event.key) {
      case 'Enter':
      case 'ArrowDown':
        return go(placeFrom(shape, place, { rows: 1 }));
      case 'ArrowUp':
        return go(placeFrom(shape, place, { rows: -1 }));
      case 'Escape':
        state.cancel();
        return go(place);
      default:
        return false;
    }
  };

  return (event: KeyboardEvent) => {
    const place = placeAround(event.target);
    // A button in a cell keeps its own keys.
    if (!place || event.target instanceof HTMLButtonElement) return;
    const onKey = event.target instanceof HTMLInputElement ? onFieldKey : onCellKey;
    const isOwn = event.key === 'Tab' ? onTab(event, place) : onKey(event, place);
    if (!KEEPS_LEAVING.has(event.key)) leaving.current = false;
    if (isOwn) event.preventDefault();
  };
}
