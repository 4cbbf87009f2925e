'use client';

import { CloseButton } from '@mantine/core';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { useCallback, useState } from 'react';
import { api } from '../../shared/api/client';
import { unwrap } from '../../shared/api/problems';
import type { Change } from '../../shared/api/use-live-updates';
import { useCan } from '../../shared/session/session';
import classes from './client-news.module.css';

const KINDS = { 'proposal.accepted': 'accepted', 'proposal.question_asked': 'asked' } as const;
const MOST = 3;

interface News {
  key: string;
  kind: (typeof KINDS)[keyof typeof KINDS];
  estimateId: string;
  order: string;
  client: string;
}

/** What clients have just said by their links. The stream carries ids only: whom it is about is asked for. */
export function useClientNews() {
  const can = useCan();
  const reads = can('estimate:edit');
  const [news, setNews] = useState<News[]>([]);
  const hear = useCallback(
    ({ type, subjectId }: Change) => {
      if (!(type in KINDS) || subjectId === null || !reads) return;
      const kind = KINDS[type as keyof typeof KINDS];
      const asked = unwrap(api.GET('/api/v1/estimates/{id}/links', { params: { path: { id: subjectId } } }));
      asked.then(
        ({ orderNumber, clientName }) => {
          const one = {
            key: crypto.randomUUID(),
            kind,
            estimateId: subjectId,
            order: String(orderNumber),
            client: clientName,
          };
          setNews((before) => [...before, one].slice(-MOST));
        },
        // The lists on the screen are fresh all the same; only the words about it are missing.
        () => undefined,
      );
    },
    [reads],
  );
  const dismiss = (key: string) => setNews((before) => before.filter((one) => one.key !== key));
  return { news, hear, dismiss };
}

/** Stays until it is read: a yes is worth a tap. */
export function ClientNews({ news, dismiss }: Pick<ReturnType<typeof useClientNews>, 'news' | 'dismiss'>) {
  const t = useTranslations('shell.news');
  return (
    <output className={classes.list}>
      {news.map(({ key, kind, estimateId, order, client }) => (
        <span key={key} className={classes.one} data-kind={kind}>
          <Link href={`/estimates/${estimateId}`} onClick={() => dismiss(key)}>
            {t(kind, { order, client })}
          </Link>
          <CloseButton aria-label={t('close')} onClick={() => dismiss(key)} />
        </span>
      ))}
    </output>
  );
}
