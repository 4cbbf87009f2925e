'use client';

import { useCallback, useMemo, useSyncExternalStore } from 'react';
import { useMe } from '../../../shared/session/session';
import { COLUMNS } from './columns';
import type { ColumnKey } from './columns';
import type { GroupBy } from './grid-rows';

/** How a person likes to see lines; the same in all estimates. */
export interface LinesView {
  groupBy: GroupBy;
  columns: ColumnKey[];
}

const DEFAULT: LinesView = { groupBy: 'room', columns: ['name', 'quantity', 'unit', 'price', 'discount', 'sum'] };
const CHANGED = 'smet:lines-view';

const keyOf = (userId: string): string => `smet.lines-view.${userId}`;

/** A browser that keeps nothing, and what an older SMET has written, are no reason not to show lines. */
function stored(key: string): string {
  try {
    return localStorage.getItem(key) ?? '';
  } catch {
    return '';
  }
}

function parseView(text: string): LinesView {
  const view = (text === '' ? {} : JSON.parse(text)) as Partial<LinesView>;
  const columns = COLUMNS.filter((column) => (view.columns ?? DEFAULT.columns).includes(column));
  return { groupBy: view.groupBy === 'category' ? 'category' : 'room', columns };
}

function subscribe(onChange: () => void): () => void {
  window.addEventListener(CHANGED, onChange);
  window.addEventListener('storage', onChange);
  return () => {
    window.removeEventListener(CHANGED, onChange);
    window.removeEventListener('storage', onChange);
  };
}

/** Remembered on this device for the person who is signed in. */
export function useLinesView(): [view: LinesView, change: (change: Partial<LinesView>) => void] {
  const key = keyOf(useMe().id);
  const text = useSyncExternalStore(
    subscribe,
    () => stored(key),
    () => '',
  );
  const view = useMemo(() => parseView(text), [text]);
  const change = useCallback(
    (next: Partial<LinesView>) => {
      localStorage.setItem(key, JSON.stringify({ ...view, ...next }));
      window.dispatchEvent(new Event(CHANGED));
    },
    [key, view],
  );
  return [view, change];
}
