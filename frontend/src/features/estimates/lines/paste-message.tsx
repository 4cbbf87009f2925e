'use client';

import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import type { PasteOutcome } from './use-grid-clipboard';
import classes from './lines.module.css';

interface PasteMessageProps {
  outcome: PasteOutcome;
  onUndo: () => void;
}

/** How many values were taken, and every one that was not. */
export function PasteMessage({ outcome: { count, refused }, onUndo }: PasteMessageProps) {
  const t = useTranslations('estimates.paste');
  const columns = useTranslations('estimates.lines.columns.full');
  const common = useTranslations('common');
  return (
    <div className={classes.pasteMessage}>
      <div className={classes.pasteDone}>
        <span>{t('done', { count })}</span>
        {count > 0 && (
          <Button size="compact-sm" variant="light" onClick={onUndo}>
            {common('undo')}
          </Button>
        )}
      </div>
      {refused.length > 0 && (
        <>
          <p>{t('notTaken', { count: refused.length })}</p>
          <ul className={classes.refusedList}>
            {refused.map(({ text, rowName, column, reason }, index) => (
              <li key={index}>
                <b>{text}</b>: {t(`cell.${reason}`, { column: column ? columns(column) : '' })}
                {rowName !== null && ` (${rowName})`}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
