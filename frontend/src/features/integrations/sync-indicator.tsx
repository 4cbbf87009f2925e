'use client';

import { useQuery } from '@tanstack/react-query';
import type { AmocrmIntegration } from '@smet/api-client';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { api } from '../../shared/api/client';
import { SyncDot } from '../../shared/ui/sync-dot';
import { amocrmQuery } from './queries';
import classes from './sync-indicator.module.css';

type Kind = 'none' | 'active' | 'waiting' | 'rejected' | 'paused' | 'reauthorize' | 'blocked';

function kindOf({ connection, counts }: AmocrmIntegration): Kind {
  if (!connection) return 'none';
  if (connection.state !== 'active') return connection.state;
  if (counts.rejected > 0) return 'rejected';
  return counts.waiting > 0 ? 'waiting' : 'active';
}

const DOTS = {
  none: 'none',
  active: 'synced',
  waiting: 'waiting',
  rejected: 'rejected',
  paused: 'paused',
  reauthorize: 'rejected',
  blocked: 'rejected',
} as const;

/** One line about amoCRM for the top bar; leads to the page that explains. */
export function SyncIndicator() {
  const t = useTranslations('integrations.indicator');
  const { data } = useQuery(amocrmQuery(api));
  if (!data) return null;
  const kind = kindOf(data);
  const count = kind === 'rejected' ? data.counts.rejected : data.counts.waiting;
  return (
    <Link href="/integrations" className={classes.indicator} prefetch={false}>
      <SyncDot state={DOTS[kind]} />
      <span className={classes.words}>{t(kind, { count })}</span>
    </Link>
  );
}
