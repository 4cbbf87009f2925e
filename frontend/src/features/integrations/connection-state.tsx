'use client';

import { Button } from '@mantine/core';
import { IconPlayerPause, IconPlayerPlay } from '@tabler/icons-react';
import type { AmocrmConnection, AmocrmIntegration } from '@smet/api-client';
import { useTranslations } from 'next-intl';
import { viewProblem } from '../../shared/api/problems';
import { formatMoment } from '../../shared/formatting';
import { useMe } from '../../shared/session/session';
import { Panel } from '../../shared/ui/panel';
import { ProblemAlert } from '../../shared/ui/problem-alert';
import { SyncDot } from '../../shared/ui/sync-dot';
import { useSyncProblem } from './use-sync-problem';
import { usePauseOrResume } from './use-amocrm-actions';
import classes from './integrations.module.css';

interface ConnectionStateProps {
  connection: AmocrmConnection | null;
  counts: AmocrmIntegration['counts'];
  manage: boolean;
}

const DOTS = {
  none: 'none',
  active: 'synced',
  paused: 'paused',
  reauthorize: 'rejected',
  blocked: 'rejected',
} as const;
const COUNTS = ['synced', 'waiting', 'rejected'] as const;

/** Is it working, since when, and if not, why: in plain words. */
export function ConnectionState({ connection, counts, manage }: ConnectionStateProps) {
  const t = useTranslations('integrations.amocrm');
  const describe = useSyncProblem();
  const state = connection?.state ?? 'none';
  return (
    <Panel
      title={
        <span className={classes.state}>
          <SyncDot state={DOTS[state]} />
          {t('name')} · {t(`states.${state}`)}
        </span>
      }
      aside={manage && connection && <PauseButton connection={connection} />}
    >
      <p className={classes.about}>{connection ? t(`explain.${state}`) : t('about')}</p>
      {connection?.problemCode && (
        <p className={classes.why}>
          {describe(connection.problemCode)}
          {connection.problemDetail && <span className={classes.detail}>{connection.problemDetail}</span>}
        </p>
      )}
      {connection && <Particulars connection={connection} />}
      {connection && (
        <ul className={classes.counts}>
          {COUNTS.map((name) => (
            <li key={name}>
              <span className={`${classes.count} tabular`}>{counts[name]}</span>
              <span className={classes.countName}>
                <SyncDot state={name} /> {t(`counts.${name}`)}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

function Particulars({ connection }: { connection: AmocrmConnection }) {
  const t = useTranslations('integrations.amocrm');
  const { timezone } = useMe().organization;
  return (
    <dl className={classes.facts}>
      <dt>{t('account')}</dt>
      <dd>{connection.accountName ?? '—'}</dd>
      <dt>{t('address')}</dt>
      <dd>{connection.baseUrl}</dd>
      <dt>{t('lastSuccess')}</dt>
      <dd className="tabular">
        {connection.lastSuccessAt ? formatMoment(connection.lastSuccessAt, timezone) : t('never')}
      </dd>
    </dl>
  );
}

function PauseButton({ connection }: { connection: AmocrmConnection }) {
  const t = useTranslations('integrations.amocrm');
  const change = usePauseOrResume();
  // Also after trouble: the person has settled it over there and wants it tried again.
  const paused = connection.state !== 'active';
  return (
    <>
      <Button
        size="xs"
        variant="default"
        loading={change.isPending}
        leftSection={paused ? <IconPlayerPlay size={16} /> : <IconPlayerPause size={16} />}
        onClick={() => change.mutate(paused ? 'resume' : 'pause')}
      >
        {paused ? t('resume') : t('pause')}
      </Button>
      {change.isError && <ProblemAlert problem={viewProblem(change.error)} />}
    </>
  );
}
