'use client';

import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { api } from '../../../shared/api/client';
import { formatMoment } from '../../../shared/formatting';
import { Panel } from '../../../shared/ui/panel';
import { ruleSetVersionsQuery } from '../queries';
import classes from './rules.module.css';

interface HistoryPanelProps {
  /** The version in force. */
  current: number;
  /** The version on the screen. */
  shown: number;
  /** Of the organization. */
  timezone: string;
}

/** Who made which version when; every one can be looked at again. */
export function HistoryPanel({ current, shown, timezone }: HistoryPanelProps) {
  const t = useTranslations('rules.history');
  const versions = useQuery(ruleSetVersionsQuery(api)).data ?? [];
  return (
    <Panel title={t('title')} flush>
      <ul className={classes.history}>
        {versions.map(({ version, createdAt, createdBy }) => (
          <li key={version} className={classes.historyRow}>
            <span>
              <strong>{t('version', { version })}</strong>
              {version === current && <span className={classes.mark}>{t('current')}</span>}
            </span>
            <span className={classes.quiet}>
              {formatMoment(createdAt, timezone)} · {createdBy?.name ?? t('system')}
            </span>
            {version !== shown && (
              <Link href={version === current ? '/settings/rules' : `/settings/rules?version=${version}`}>
                {t('show')}
              </Link>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
