'use client';

import type { Item } from '@smet/api-client';
import { buildRoom } from '@smet/estimating';
import type { PricedItem } from '@smet/estimating';
import { useTranslations } from 'next-intl';
import { useCallback, useMemo } from 'react';
import type { RefObject } from 'react';
import { levelsOf, removedWith } from './form-reducer';
import type { FormAction } from './form-reducer';
import { copyRoom as copyOf, newLevel, newRoom } from './new-room';
import type { RoomStart } from './new-room';
import { offerUndo } from '../../../shared/ui/offer-undo';
import { toRoomDraft } from './room-form';
import type { EstimateForm } from './types';
import { useLatest } from './use-latest';

interface ActionsInput {
  form: EstimateForm;
  /** The shown one, that lines are added to. */
  variantId: string;
  dispatch: (action: FormAction) => void;
  addPrice: (item: PricedItem) => void;
  onRoomAdded: (roomId: string) => void;
}

/** Null for an item that has no price in the list: a line of it could not be summed. */
export function toPriced(item: Item): PricedItem | null {
  const { id, code, name, unit, category, kind, priceMinor, costMinor, payMinor } = item;
  if (priceMinor === null) return null;
  const inside = {
    ...(typeof costMinor === 'number' && { costMinor }),
    ...(typeof payMinor === 'number' && { payMinor }),
  };
  return { itemId: id, code, name, unit, categoryId: category.id, kind, priceMinor, ...inside };
}

interface RoomActionsInput extends Pick<ActionsInput, 'dispatch' | 'onRoomAdded'> {
  latest: RefObject<EstimateForm>;
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
  return useMemo(
    () => ({ addRoom, copyRoom, mirrorRoom, addLevel, moveRoom }),
    [addRoom, copyRoom, mirrorRoom, addLevel, moveRoom],
  );
}

/**
 * What the buttons of the editor do. Everything taken away can be put back for eight seconds. The functions keep their
 * identity while people type, so that rows that did not change are not painted again.
 */
export function useEditorActions({ form, variantId, dispatch, addPrice, onRoomAdded }: ActionsInput) {
  const t = useTranslations('estimates.rooms');
  const lines = useTranslations('estimates.lines');
  const latest = useLatest(form);

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

  /** Many at once, one step to undo. */
  const addItems = useCallback(
    (wanted: readonly { item: Item; quantity: string }[], roomId: string | null) => {
      const added = wanted.flatMap(({ item, quantity }) => {
        const priced = toPriced(item);
        if (!priced) return [];
        addPrice(priced);
        return { id: crypto.randomUUID(), itemCode: item.code, roomId, quantity };
      });
      if (added.length === 0) return;
      dispatch({ type: 'together', variantId, actions: added.map((line) => ({ type: 'add-line', line })) });
      const taken = added.map(({ id }) => ({ type: 'remove-line', id }) as const);
      offerUndo(lines('addedMany', { count: added.length }), () =>
        dispatch({ type: 'together', variantId, actions: taken }),
      );
    },
    [variantId, addPrice, dispatch, lines],
  );

  return useMemo(() => ({ ...rooms, removeRoom, addItem, addItems }), [rooms, removeRoom, addItem, addItems]);
}

export type EditorActions = ReturnType<typeof useEditorActions>;
