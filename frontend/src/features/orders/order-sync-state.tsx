'use client';

import { Anchor } from '@mantine/core';
import { IconExternalLink } from '@tabler/icons-react';
import type { OrderSync } from '@smet/api-client';
import { useTranslations } from 'next-intl';
import { problemKey } from '../../shared/i18n/problem-key';
import { Panel } from '../../shared/ui/panel';
import { SyncDot } from '../../shared/ui/sync-dot';
import classes from './order-view.module.css';

/** Where the order stands with amoCRM, in words; the reason when it waits. */
export function OrderSyncState({ sync }: { sync: OrderSync | null }) {
  const t = useTranslations('orders.sync');
  const problems = useTranslations('problems');
  if (!sync) return null;
  const key = sync.problemCode ? (`sync.${problemKey(sync.problemCode)}` as 'sync.UNKNOWN') : null;
  return (
    <Panel>
      <div className={classes.syncHead}>
        <SyncDot state={sync.state} />
        <span>
          {t('title')} · {t(`states.${sync.state}`)}
        </span>
      </div>
      {key && <p className={classes.syncWhy}>{problems(problems.has(key) ? key : 'sync.UNKNOWN')}</p>}
      {sync.externalUrl && (
        <Anchor href={sync.externalUrl} target="_blank" rel="noreferrer" size="sm" className={classes.syncLink}>
          {t('open')} <IconExternalLink size={14} aria-hidden />
        </Anchor>
      )}
    </Panel>
  );
}
