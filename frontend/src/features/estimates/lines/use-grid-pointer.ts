'use client';

import { useRef } from 'react';
import type { MouseEvent } from 'react';
import { flushSync } from 'react-dom';
import { placeAround } from './cell-focus';
import type { Place } from './selection';
import type { GridState } from './use-grid-state';

const isInField = (target: EventTarget): boolean =>
  target instanceof HTMLInputElement || (target instanceof Element && target.closest('button') !== null);

const isTouch = ({ nativeEvent }: MouseEvent): boolean =>
  'pointerType' in nativeEvent && nativeEvent.pointerType === 'touch';

/** A click makes a cell the active one, with Shift or by dragging a block; a double click or a tap edits. */
export function useGridPointer(state: GridState) {
  const dragged = useRef<'no' | 'down' | 'block'>('no');

  const placeOfEvent = (event: MouseEvent): Place | null =>
    isInField(event.target) ? null : placeAround(event.target);

  const onMouseDown = (event: MouseEvent) => {
    const place = placeOfEvent(event);
    dragged.current = place && event.button === 0 ? 'down' : 'no';
    if (!place || !event.shiftKey || !state.selection) return;
    event.preventDefault();
    dragged.current = 'block';
    state.select({ active: state.selection.active, end: place });
  };
  const onMouseOver = (event: MouseEvent) => {
    if (dragged.current === 'no' || event.buttons !== 1 || !state.selection) return;
    const end = placeAround(event.target);
    const { active } = state.selection;
    if (!end || (dragged.current === 'down' && end.row === active.row && end.column === active.column)) return;
    dragged.current = 'block';
    state.select({ active, end });
  };
  const onClick = (event: MouseEvent) => {
    const place = placeOfEvent(event);
    if (!place || dragged.current === 'block') return;
    if (isTouch(event)) {
      // At once: the keyboard of a phone comes only for a field that is focused while the finger's event lasts.
      flushSync(() => void state.edit(place));
    }
    if (place.column === 'quantity') state.setWhy(place.row);
  };
  const onDoubleClick = (event: MouseEvent) => {
    const place = placeOfEvent(event);
    if (place) state.edit(place);
  };

  return { onMouseDown, onMouseOver, onClick, onDoubleClick };
}
