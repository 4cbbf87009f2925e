'use client';

import { notifications } from '@mantine/notifications';
import type { Item } from '@smet/api-client';
import type { PricedItem, RoomKind } from '@smet/estimating';
import { useTranslations } from 'next-intl';
import { createElement, useCallback, useEffect, useRef } from 'react';
import { UndoMessage } from '../undo-message';
import { removedWith } from './form-reducer';
import type { FormAction } from './form-reducer';
import { newRoom } from './new-room';
import type { EstimateForm } from './types';

interface ActionsInput {
  form: EstimateForm;
  dispatch: (action: FormAction) => void;
  addPrice: (item: PricedItem) => void;
  onRoomAdded: (roomId: string) => void;
}

function offerUndo(message: string, undo: () => void): void {
  const id = crypto.randomUUID();
  const onUndo = () => {
    undo();
    notifications.hide(id);
  };
  notifications.show({ id, message: createElement(UndoMessage, { message, onUndo }), color: 'gray' });
}

/** Null for an item that has no price in the list: a line of it could not be summed. */
function toPriced({ id, code, name, unit, priceMinor, costMinor }: Item): PricedItem | null {
  if (priceMinor === null) return null;
  return { itemId: id, code, name, unit, priceMinor, ...(typeof costMinor === 'number' && { costMinor }) };
}

/**
 * What the buttons of the editor do. Everything taken away can be put back for eight seconds. The functions keep their
 * identity while people type, so that rows that did not change are not painted again.
 */
export function useEditorActions({ form, dispatch, addPrice, onRoomAdded }: ActionsInput) {
  const t = useTranslations('estimates.rooms');
  const lines = useTranslations('estimates.lines');
  const latest = useRef(form);
  useEffect(() => {
    latest.current = form;
  }, [form]);

  const addRoom = useCallback(
    (kind: RoomKind) => {
      const number = String(latest.current.rooms.length + 1);
      const room = newRoom(kind, t('defaultName', { number }));
      dispatch({ type: 'add-room', room });
      onRoomAdded(room.id);
    },
    [dispatch, onRoomAdded, t],
  );

  const copyRoom = useCallback(
    (roomId: string) => {
      const source = latest.current.rooms.find((room) => room.id === roomId);
      if (!source) return;
      const room = { ...source, id: crypto.randomUUID(), name: t('copyOf', { name: source.name }) };
      dispatch({ type: 'add-room', room, after: roomId });
      onRoomAdded(room.id);
    },
    [dispatch, onRoomAdded, t],
  );

  const removeRoom = useCallback(
    (roomId: string) => {
      const removed = removedWith(latest.current, roomId);
      if (!removed) return;
      dispatch({ type: 'remove-room', roomId });
      offerUndo(t('removed', { name: removed.room.name }), () => dispatch({ type: 'restore-room', removed }));
    },
    [dispatch, t],
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
      const index = latest.current.manualLines.findIndex((line) => line.id === id);
      const line = latest.current.manualLines[index];
      if (!line) return;
      dispatch({ type: 'remove-line', id });
      offerUndo(lines('removed'), () => dispatch({ type: 'restore-line', line, index }));
    },
    [dispatch, lines],
  );

  return { addRoom, copyRoom, removeRoom, addItem, removeLine };
}

export type EditorActions = ReturnType<typeof useEditorActions>;
