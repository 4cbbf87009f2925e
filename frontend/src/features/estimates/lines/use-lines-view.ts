'use client';

import { useCallback, useMemo } from 'react';
import { useRemembered } from '../model/use-remembered';
import { COLUMNS } from './columns';
import type { ColumnKey } from './columns';
import type { GroupBy } from './grid-rows';

/** How a person likes to see lines; the same in all estimates. */
export interface LinesView {
  groupBy: GroupBy;
  columns: ColumnKey[];
}

const DEFAULT: LinesView = { groupBy: 'room', columns: ['name', 'quantity', 'unit', 'price', 'discount', 'sum'] };

/** What an older SMET has written is no reason not to show lines. */
function parseView(text: string): LinesView {
  const view = (text === '' ? {} : JSON.parse(text)) as Partial<LinesView>;
  const columns = COLUMNS.filter((column) => (view.columns ?? DEFAULT.columns).includes(column));
  return { groupBy: view.groupBy === 'category' ? 'category' : 'room', columns };
}

/** Remembered on this device for the person who is signed in. */
export function useLinesView(): [view: LinesView, change: (change: Partial<LinesView>) => void] {
  const [text, write] = useRemembered('lines-view');
  const view = useMemo(() => parseView(text), [text]);
  const change = useCallback((next: Partial<LinesView>) => write(JSON.stringify({ ...view, ...next })), [write, view]);
  return [view, change];
}
