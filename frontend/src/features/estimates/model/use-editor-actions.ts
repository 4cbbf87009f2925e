'use client';

import type { Item } from '@smet/api-client';
import { buildRoom } from '@smet/estimating';
import type { PricedItem } from '@smet/estimating';
import { useTranslations } from 'next-intl';
import { useCallback, useEffect, useRef } from 'react';
import type { RefObject } from 'react';
import { levelsOf, removedWith } from './form-reducer';
import type { FormAction } from './form-reducer';
import { copyRoom as copyOf, newLevel, newRoom } from './new-room';
import type { RoomStart } from './new-room';
import { offerUndo } from './offer-undo';
import { toRoomDraft } from './room-form';
import type { EstimateForm, VariantForm } from './types';

interface ActionsInput {
  form: EstimateForm;
  /** The one that is shown. */
  variant: VariantForm;
  dispatch: (action: FormAction) => void;
  addPrice: (item: PricedItem) => void;
  onRoomAdded: (roomId: string) => void;
}

/** Null for an item that has no price in the list: a line of it could not be summed. */
export function toPriced({ id, code, name, unit, category, priceMinor, costMinor }: Item): PricedItem | null {
  if (priceMinor === null) return null;
  const cost = typeof costMinor === 'number' && { costMinor };
  return { itemId: id, code, name, unit, categoryId: category.id, priceMinor, ...cost };
}

interface RoomActionsInput extends Pick<ActionsInput, 'dispatch' | 'onRoomAdded'> {
  latest: RefObject<EstimateForm>;
}

/** What is shown now, for functions that keep their identity while it changes. */
function useLatest<T>(value: T): RefObject<T> {
  const latest = useRef(value);
  useEffect(() => {
    latest.current = value;
  }, [value]);
  return latest;
}

/** New rooms out of nothing or out of those that are there, and their order. */
function useRoomActions({ latest, dispatch, onRoomAdded }: RoomActionsInput) {
  const t = useTranslations('estimates.rooms');
  const find = useCallback((roomId: string) => latest.current.rooms.find(({ id }) => id === roomId), [latest]);

  const addRoom = useCallback(
    (start: RoomStart) => {
      const number = String(latest.current.rooms.length + 1);
      const room = newRoom(start, t('defaultName', { number }));
      dispatch({ type: 'add-room', room });
      onRoomAdded(room.id);
    },
    [latest, dispatch, onRoomAdded, t],
  );

  const copyRoom = useCallback(
    (roomId: string, options: { mirrored?: boolean } = {}) => {
      const source = find(roomId);
      if (!source) return;
      const name = t(options.mirrored ? 'mirroredOf' : 'copyOf', { name: source.name });
      const [room, ...levels] = copyOf(source, levelsOf(latest.current, roomId), {
        name,
        mirror: options.mirrored ?? false,
      });
      dispatch({ type: 'add-room', room, after: roomId, levels });
      onRoomAdded(room.id);
    },
    [latest, find, dispatch, onRoomAdded, t],
  );

  const mirrorRoom = useCallback((roomId: string) => dispatch({ type: 'mirror-room', roomId }), [dispatch]);

  const addLevel = useCallback(
    (roomId: string) => {
      const base = find(roomId);
      if (!base) return;
      const room = newLevel(base, buildRoom(toRoomDraft(base)), t('levelOf', { name: base.name }));
      dispatch({ type: 'add-room', room, after: roomId });
      onRoomAdded(room.id);
    },
    [find, dispatch, onRoomAdded, t],
  );

  const moveRoom = useCallback((roomId: string, to: number) => dispatch({ type: 'move-room', roomId, to }), [dispatch]);
  return { addRoom, copyRoom, mirrorRoom, addLevel, moveRoom };
}

/**
 * What the buttons of the editor do. Everything taken away can be put back for eight seconds. The functions keep their
 * identity while people type, so that rows that did not change are not painted again.
 */
export function useEditorActions({ form, variant, dispatch, addPrice, onRoomAdded }: ActionsInput) {
  const t = useTranslations('estimates.rooms');
  const lines = useTranslations('estimates.lines');
  const latest = useLatest(form);
  const shown = useLatest(variant);

  const rooms = useRoomActions({ latest, dispatch, onRoomAdded });

  const removeRoom = useCallback(
    (roomId: string) => {
      const removed = removedWith(latest.current, roomId);
      if (!removed) return;
      dispatch({ type: 'remove-room', roomId });
      offerUndo(t('removed', { name: removed.room.name }), () => dispatch({ type: 'restore-room', removed }));
    },
    [latest, dispatch, t],
  );

  const addItem = useCallback(
    (item: Item, roomId: string | null) => {
      const priced = toPriced(item);
      if (!priced) return;
      addPrice(priced);
      dispatch({ type: 'add-line', line: { id: crypto.randomUUID(), itemCode: item.code, roomId, quantity: '1' } });
    },
    [addPrice, dispatch],
  );

  const removeLine = useCallback(
    (id: string) => {
      const { manualLines } = shown.current;
      const index = manualLines.findIndex((line) => line.id === id);
      const line = manualLines[index];
      if (!line) return;
      dispatch({ type: 'remove-line', id });
      offerUndo(lines('removed'), () => dispatch({ type: 'restore-line', line, index }));
    },
    [shown, dispatch, lines],
  );

  return { ...rooms, removeRoom, addItem, removeLine };
}

export type EditorActions = ReturnType<typeof useEditorActions>;
