'use client';

import { Button, Modal, TextInput } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import type { PriceChangePage, PriceList } from '@smet/api-client';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { api } from '../../../shared/api/client';
import { unwrap, viewProblem } from '../../../shared/api/problems';
import { queryKeys } from '../../../shared/api/query-keys';
import { formatDecimal, formatMoney } from '../../../shared/formatting';
import { useMe } from '../../../shared/session/session';
import { ProblemAlert } from '../../../shared/ui/problem-alert';
import { dayStart } from './day-start';
import classes from '../nomenclature.module.css';

const PAGE = 100;
const DAY_MS = 86_400_000;
const MONTH = 30;

const dayIn = (moment: number, timeZone: string): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(moment);

/** What a list's prices were on one day and on another, where they are not the same. */
export default function ChangesModal({ list, onClose }: { list: PriceList; onClose: () => void }) {
  const t = useTranslations('nomenclature.changes');
  const common = useTranslations('common');
  const narrow = useMediaQuery('(max-width: 47.99em)');
  const { timezone } = useMe().organization;
  const [now] = useState(() => Date.now());
  const [from, setFrom] = useState(() => dayIn(now - MONTH * DAY_MS, timezone));
  const [to, setTo] = useState(() => dayIn(now + DAY_MS, timezone));
  const ready = from !== '' && to !== '' && from < to;
  const changes = useInfiniteQuery({
    queryKey: queryKeys.nomenclature.priceChanges(list.id, from, to),
    queryFn: ({ pageParam }): Promise<PriceChangePage> =>
      unwrap(
        api.GET('/api/v1/price-lists/{id}/changes', {
          params: {
            path: { id: list.id },
            query: {
              from: dayStart(from, timezone),
              to: dayStart(to, timezone),
              limit: PAGE,
              ...(pageParam && { cursor: pageParam }),
            },
          },
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
    enabled: ready,
  });
  const rows = changes.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Modal
      opened
      onClose={onClose}
      size="xl"
      fullScreen={narrow}
      title={t('title', { list: list.name })}
      closeButtonProps={{ 'aria-label': common('close') }}
    >
      <div className={classes.fields}>
        <TextInput
          type="date"
          label={t('from')}
          value={from}
          onChange={(event) => setFrom(event.currentTarget.value)}
        />
        <TextInput
          type="date"
          label={t('to')}
          value={to}
          error={!ready && t('reversed')}
          onChange={(event) => setTo(event.currentTarget.value)}
        />
      </div>
      {changes.isError && <ProblemAlert problem={viewProblem(changes.error)} />}
      {ready && changes.isSuccess && rows.length === 0 && <p className={classes.dim}>{t('none')}</p>}
      {ready && rows.length > 0 && <Changes rows={rows} list={list} />}
      {changes.hasNextPage && (
        <Button
          mt="sm"
          variant="default"
          loading={changes.isFetchingNextPage}
          onClick={() => void changes.fetchNextPage()}
        >
          {t('more')}
        </Button>
      )}
    </Modal>
  );
}

function Changes({ rows, list }: { rows: PriceChangePage['items']; list: PriceList }) {
  const t = useTranslations('nomenclature.changes');
  const columns = useTranslations('nomenclature.columns');
  const money = (minor: number | null) => (minor === null ? '—' : formatMoney(minor, list.currency));
  return (
    <div className={classes.scroll}>
      <table className={classes.history}>
        <thead>
          <tr>
            <th>{columns('code')}</th>
            <th>{columns('name')}</th>
            <th className={classes.right}>{t('before')}</th>
            <th className={classes.right}>{t('after')}</th>
            <th className={classes.right}>{t('percent')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ itemId, code, name, beforeMinor, afterMinor, percent }) => (
            <tr key={itemId}>
              <td>{code}</td>
              <td>{name}</td>
              <td className={`${classes.right} tabular`}>{money(beforeMinor)}</td>
              <td className={`${classes.right} tabular`}>{money(afterMinor)}</td>
              <td className={`${classes.right} tabular`}>
                {percent === null ? '—' : `${percent.startsWith('-') ? '' : '+'}${formatDecimal(percent)} %`}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
