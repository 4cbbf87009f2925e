'use client';

import { useTranslations } from 'next-intl';
import classes from './drawing.module.css';

interface DrawingNotesProps {
  isScheme: boolean;
  isRefused: boolean;
  /** How many things lie outside of the room. */
  astray: number;
}

/** What has to be said about the drawing, under it. */
export function DrawingNotes({ isScheme, isRefused, astray }: DrawingNotesProps) {
  const t = useTranslations('plan.drawing');
  return (
    <figcaption>
      {isScheme && <p className={classes.hint}>{t('scheme')}</p>}
      {isRefused && (
        <p role="alert" className={classes.warning}>
          {t('doesNotFit')}
        </p>
      )}
      {astray > 0 && <p className={classes.warning}>{t('astray', { count: astray })}</p>}
    </figcaption>
  );
}
