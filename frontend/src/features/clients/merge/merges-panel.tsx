'use client';

import { Button } from '@mantine/core';
import type { Merge } from '@smet/api-client';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { api } from '../../../shared/api/client';
import { viewProblem } from '../../../shared/api/problems';
import { formatMoment } from '../../../shared/formatting';
import { useCan, useMe } from '../../../shared/session/session';
import { Panel } from '../../../shared/ui/panel';
import { ProblemAlert } from '../../../shared/ui/problem-alert';
import { mergesQuery } from '../queries';
import { usePartClients } from './use-merge';
import classes from './merge.module.css';

/** What was merged into this client, each with the way back. Not there for a client nobody was merged into. */
export function MergesPanel({ clientId }: { clientId: string }) {
  const t = useTranslations('client.merge');
  const merges = useQuery(mergesQuery(api, clientId));
  if (merges.isError) return <ProblemAlert problem={viewProblem(merges.error)} onRetry={() => void merges.refetch()} />;
  if (!merges.data?.length) return null;
  return (
    <Panel title={t('list')}>
      <ul className={classes.merges}>
        {merges.data.map((merge) => (
          <MergeItem key={merge.id} merge={merge} />
        ))}
      </ul>
    </Panel>
  );
}

function MergeItem({ merge: { id, at, by, other, undoneAt } }: { merge: Merge }) {
  const t = useTranslations('client.merge');
  const can = useCan();
  const { timezone } = useMe().organization;
  const part = usePartClients();
  const about = [by?.name, formatMoment(at, timezone)].filter(Boolean).join(' · ');
  return (
    <li className={classes.merge}>
      <span>
        {undoneAt ? <Link href={`/clients/${other.id}`}>{other.name}</Link> : other.name}
        <span className={classes.otherNote}>
          {undoneAt ? t('undone', { date: formatMoment(undoneAt, timezone) }) : about}
        </span>
      </span>
      {undoneAt === null && can('client:merge') && (
        <Button size="compact-sm" variant="default" loading={part.isPending} onClick={() => part.mutate(id)}>
          {t('undo')}
        </Button>
      )}
      {part.isError && (
        <div className={classes.mergeProblem}>
          <ProblemAlert problem={viewProblem(part.error)} />
        </div>
      )}
    </li>
  );
}
