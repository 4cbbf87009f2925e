'use client';

import { Button } from '@mantine/core';
import type { HistoryEntry, HistoryKind } from '@smet/api-client';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { useState } from 'react';
import { api } from '../../../shared/api/client';
import { viewProblem } from '../../../shared/api/problems';
import { formatMoment } from '../../../shared/formatting';
import { useMe } from '../../../shared/session/session';
import { Panel } from '../../../shared/ui/panel';
import { ProblemAlert } from '../../../shared/ui/problem-alert';
import { SkeletonRows } from '../../../shared/ui/skeleton-rows';
import { useChangeWords } from '../card/use-change-words';
import { historyQuery } from '../queries';
import { changesOf } from './entry-changes';
import { usePartName } from './use-part-name';
import classes from './history.module.css';

const KINDS: readonly HistoryKind[] = ['client', 'consent', 'order', 'estimate', 'proposal', 'exchange'];

/** Everything that ever happened to the client and to what hangs on them, the newest first. */
export function HistoryPanel({ clientId }: { clientId: string }) {
  const t = useTranslations('client.history');
  const [kind, setKind] = useState<HistoryKind | null>(null);
  const history = useInfiniteQuery({ ...historyQuery(api, clientId, kind), placeholderData: keepPreviousData });
  const entries = history.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Panel title={t('title')}>
      <fieldset className={classes.kinds}>
        <legend className={classes.legend}>{t('filter')}</legend>
        {[null, ...KINDS].map((one) => (
          <button
            key={one ?? 'all'}
            type="button"
            className={classes.kind}
            aria-pressed={one === kind}
            onClick={() => setKind(one)}
          >
            {t(`kinds.${one ?? 'all'}`)}
          </button>
        ))}
      </fieldset>
      {history.isError && <ProblemAlert problem={viewProblem(history.error)} onRetry={() => void history.refetch()} />}
      {history.isPending && <SkeletonRows rows={4} />}
      {history.isSuccess && entries.length === 0 && <p className={classes.none}>{t('none')}</p>}
      <ol className={classes.entries} aria-busy={history.isPlaceholderData}>
        {entries.map((entry) => (
          <Entry key={entry.id} entry={entry} />
        ))}
      </ol>
      {history.hasNextPage && (
        <Button
          size="sm"
          variant="default"
          loading={history.isFetchingNextPage}
          onClick={() => void history.fetchNextPage()}
        >
          {t('more')}
        </Button>
      )}
    </Panel>
  );
}

function Entry({ entry }: { entry: HistoryEntry }) {
  const t = useTranslations('client.history');
  const { timezone } = useMe().organization;
  const words = useChangeWords();
  const partName = usePartName();
  const { actor, action, at, kind } = entry;
  const key = `actions.${action.replaceAll(/[.-]/g, '_')}` as 'actions.client_created';
  const who = actor.kind === 'user' ? (actor.name ?? t('somebody')) : t(`actors.${actor.kind}`);
  const changes = kind === 'client' ? changesOf(entry) : [];
  return (
    <li className={classes.entry} data-kind={kind}>
      <div className={classes.title}>
        {t.has(key) ? t(key) : t(`other.${kind}`)}
        <Subject subject={entry.subject} />
      </div>
      {changes.length > 0 && (
        <dl className={classes.changes}>
          {changes.map(({ before, after }) => (
            <div key={partName(after)}>
              <dt>{partName(after)}</dt>
              <dd>
                <del>{words(before)}</del> → <ins>{words(after)}</ins>
              </dd>
            </div>
          ))}
        </dl>
      )}
      <div className={classes.about}>
        {who} · <time dateTime={at}>{formatMoment(at, timezone)}</time>
      </div>
    </li>
  );
}

function Subject({ subject: { type, id, title } }: { subject: HistoryEntry['subject'] }) {
  const t = useTranslations('client.history');
  if (type === 'client') return null;
  const href = type === 'order' ? `/orders/${id}` : `/estimates/${id}`;
  return (
    <>
      {' · '}
      <Link href={href} prefetch={false}>
        {type === 'order' ? t('order', { number: title }) : title || t('estimate')}
      </Link>
    </>
  );
}
