'use client';

import { notifications } from '@mantine/notifications';
import { createElement } from 'react';
import { UndoMessage } from './undo-message';

/** Nothing can be put back any more: what offers it goes. */
export const withdrawUndo = (): void => notifications.clean();

/** Says what was taken away, with a button that puts it back. */
export function offerUndo(message: string, undo: () => void): void {
  const id = crypto.randomUUID();
  const onUndo = () => {
    undo();
    notifications.hide(id);
  };
  notifications.show({ id, message: createElement(UndoMessage, { message, onUndo }), color: 'gray' });
}
