'use client';

import { useCallback, useEffect } from 'react';
import { changedRoom } from './history';
import { withdrawUndo } from '../../../shared/ui/offer-undo';
import type { EstimateEditing } from './use-estimate-form';
import { useLatest } from './use-latest';

const UNDO = 'KeyZ';
const REDO = 'KeyY';

/** By the physical key: on a Cyrillic layout the letters are others. Null when it is neither. */
function directionOf(event: KeyboardEvent): 'undo' | 'redo' | null {
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return null;
  if (event.code === UNDO) return event.shiftKey ? 'redo' : 'undo';
  return event.code === REDO && !event.shiftKey ? 'redo' : null;
}

/** A field in a window over the editor, a search for instance, has an undo of its own. */
const isElsewhere = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  target.matches('input, textarea, [contenteditable]') &&
  !target.closest('[data-editor]');

/** Taking back and doing again, by button and by keyboard; the room a step was about is shown. */
export function useUndo(editing: EstimateEditing, onShowRoom: (roomId: string) => void) {
  const { form, dispatch, previous, next } = editing;
  const { canEdit } = editing.base;
  useEffect(() => {
    if (!canEdit) withdrawUndo();
  }, [canEdit]);
  const latest = useLatest((direction: 'undo' | 'redo') => {
    const other = direction === 'undo' ? previous : next;
    if (!other) return;
    // A field that keeps its own text while it is typed in lets go of it first.
    const focused = document.activeElement;
    if (focused instanceof HTMLInputElement && focused.matches('[data-quantity], [data-pending]')) focused.blur();
    dispatch({ type: direction });
    const roomId = changedRoom(form, other);
    if (roomId !== null) onShowRoom(roomId);
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const direction = directionOf(event);
      if (!direction || isElsewhere(event.target)) return;
      event.preventDefault();
      latest.current(direction);
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [latest]);
  return useCallback((direction: 'undo' | 'redo') => latest.current(direction), [latest]);
}
