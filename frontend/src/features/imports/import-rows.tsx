'use client';

import { Button, SegmentedControl } from '@mantine/core';
import type { Import, ImportAction, ImportRow } from '@smet/api-client';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useFormatter, useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import { api } from '../../shared/api/client';
import { viewProblem } from '../../shared/api/problems';
import { DataTable } from '../../shared/ui/data-table';
import type { Column } from '../../shared/ui/data-table';
import { EmptyState } from '../../shared/ui/empty-state';
import { ProblemAlert } from '../../shared/ui/problem-alert';
import { importRowsQuery } from './queries';
import { RowCard, useRowColumns } from './row-columns';
import classes from './imports.module.css';

const ACTIONS = ['new', 'changed', 'unchanged', 'faulty'] as const satisfies readonly ImportAction[];

/** What each row will do or did, one sort at a time. */
export function ImportRows({ record }: { record: Import }) {
  const t = useTranslations('imports.preview');
  const format = useFormatter();
  const { counts } = record;
  const [action, setAction] = useState<ImportAction>(() => ACTIONS.find((one) => counts[one] > 0) ?? 'new');
  const columns = useRowColumns(record, action);
  const list = useInfiniteQuery(importRowsQuery(api, record, action));
  const rows = useMemo(() => list.data?.pages.flatMap((page) => page.items) ?? [], [list.data]);
  return (
    <section aria-label={t(record.state === 'checked' ? 'title' : 'titleDone')}>
      <div className={classes.tabs}>
        <SegmentedControl
          aria-label={t('tabsLabel')}
          value={action}
          onChange={setAction}
          data={ACTIONS.map((value) => ({
            value,
            label: (
              <span className={classes.tab} data-sort={value} data-none={counts[value] === 0 || undefined}>
                {t(`tabs.${value}`)} <b className="tabular">{format.number(counts[value])}</b>
              </span>
            ),
          }))}
        />
      </div>
      {list.isError && <ProblemAlert problem={viewProblem(list.error)} onRetry={() => void list.refetch()} />}
      <DataTable<ImportRow>
        records={rows}
        columns={columns}
        idOf={({ rowNumber }) => String(rowNumber)}
        fetching={list.isPending}
        card={cardOf(columns)}
        empty={<EmptyState title={t(`none.${action}`)} />}
      />
      {rows.length > 0 && (
        <div className={classes.foot}>
          <span aria-live="polite">
            {t('shown', { count: format.number(rows.length), total: format.number(counts[action]) })}
          </span>
          {list.hasNextPage && (
            <Button variant="default" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
              <MoreWord />
            </Button>
          )}
        </div>
      )}
    </section>
  );
}

const cardOf = (columns: Column<ImportRow>[]) =>
  function renderCard(row: ImportRow) {
    return <RowCard row={row} columns={columns} />;
  };

function MoreWord() {
  return useTranslations('imports')('more');
}
