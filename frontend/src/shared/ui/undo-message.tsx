'use client';

import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import classes from './undo-message.module.css';

export function UndoMessage({ message, onUndo }: { message: string; onUndo: () => void }) {
  const t = useTranslations('common');
  return (
    <span className={classes.undo}>
      {message}
      <Button size="compact-sm" variant="light" onClick={onUndo}>
        {t('undo')}
      </Button>
    </span>
  );
}
