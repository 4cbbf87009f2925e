'use client';

import { IconCloudOff } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { useLiveUpdates } from '../../shared/api/use-live-updates';
import classes from './live-updates.module.css';

/** Keeps the page fresh; says so only when it cannot. */
export function LiveUpdates() {
  const t = useTranslations('shell');
  const connected = useLiveUpdates();
  return (
    <output className={classes.status}>
      {!connected && (
        <span className={classes.lost} title={t('liveLost')}>
          <IconCloudOff size={18} aria-hidden />
          <span className={classes.words}>{t('liveLost')}</span>
        </span>
      )}
    </output>
  );
}
