'use client';

import { IconCloudOff } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { useLiveUpdates } from '../../shared/api/use-live-updates';
import { ClientNews, useClientNews } from './client-news';
import classes from './live-updates.module.css';

/** Keeps the page fresh and tells what clients say; says so only when it cannot. */
export function LiveUpdates() {
  const t = useTranslations('shell');
  const { news, hear, dismiss } = useClientNews();
  const connected = useLiveUpdates(hear);
  return (
    <>
      <output className={classes.status}>
        {!connected && (
          <span className={classes.lost} title={t('liveLost')}>
            <IconCloudOff size={18} aria-hidden />
            <span className={classes.words}>{t('liveLost')}</span>
          </span>
        )}
      </output>
      <ClientNews news={news} dismiss={dismiss} />
    </>
  );
}
