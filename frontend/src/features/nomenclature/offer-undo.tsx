'use client';

import { Button, Group } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useTranslations } from 'next-intl';

function UndoMessage({ message, onUndo }: { message: string; onUndo: () => void }) {
  const t = useTranslations('common');
  return (
    <Group gap="sm" justify="space-between" wrap="nowrap">
      {message}
      <Button size="compact-sm" variant="light" onClick={onUndo}>
        {t('undo')}
      </Button>
    </Group>
  );
}

/** Says what was done, with a button that puts it back. */
export function offerUndo(message: string, undo: () => void): void {
  const id = crypto.randomUUID();
  const onUndo = () => {
    undo();
    notifications.hide(id);
  };
  notifications.show({ id, message: <UndoMessage message={message} onUndo={onUndo} />, color: 'gray' });
}
