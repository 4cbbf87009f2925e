'use client';

import { Button } from '@mantine/core';
import type { Import } from '@smet/api-client';
import { IconTableImport } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useMemo } from 'react';
import { api } from '../../shared/api/client';
import { viewProblem } from '../../shared/api/problems';
import { formatMoment } from '../../shared/formatting';
import { useMe } from '../../shared/session/session';
import { DataTable } from '../../shared/ui/data-table';
import type { Column } from '../../shared/ui/data-table';
import { EmptyState } from '../../shared/ui/empty-state';
import { ProblemAlert } from '../../shared/ui/problem-alert';
import { ImportCounts } from './import-counts';
import { ImportState } from './import-state';
import { NewImport } from './new-import';
import { importsQuery } from './queries';
import { useKindTitle } from './use-kind-title';
import classes from './imports.module.css';

/** Everything that was brought, the newest first. */
export function ImportList() {
  const t = useTranslations('imports');
  const router = useRouter();
  const columns = useColumns();
  const list = useInfiniteQuery(importsQuery(api));
  const imports = useMemo(() => list.data?.pages.flatMap((page) => page.items) ?? [], [list.data]);
  return (
    <>
      {list.isError && <ProblemAlert problem={viewProblem(list.error)} onRetry={() => void list.refetch()} />}
      <DataTable<Import>
        records={imports}
        columns={columns}
        idOf={({ id }) => id}
        fetching={list.isPending}
        onOpen={({ id }) => router.push(`/imports/${id}`)}
        card={renderCard}
        empty={
          <EmptyState
            icon={<IconTableImport size={36} stroke={1.5} />}
            title={t('empty.title')}
            text={t('empty.text')}
            action={<NewImport />}
          />
        }
      />
      {list.hasNextPage && (
        <div className={classes.foot}>
          <Button variant="default" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            {t('more')}
          </Button>
        </div>
      )}
    </>
  );
}

function useColumns(): Column<Import>[] {
  const t = useTranslations('imports.columns');
  const kindTitle = useKindTitle();
  const { timezone } = useMe().organization;
  return useMemo(
    () => [
      {
        key: 'file',
        title: t('file'),
        render: ({ id, file }) => (
          <Link href={`/imports/${id}`} className={classes.file} prefetch={false}>
            {file.name}
          </Link>
        ),
      },
      { key: 'kind', title: t('kind'), render: ({ kind }) => kindTitle(kind) },
      { key: 'state', title: t('state'), render: ({ state }) => <ImportState state={state} /> },
      { key: 'counts', title: t('counts'), render: ({ counts }) => <ImportCounts counts={counts} /> },
      { key: 'person', title: t('person'), wideOnly: true, render: ({ createdBy }) => createdBy.name },
      {
        key: 'created',
        title: t('created'),
        align: 'right',
        width: 160,
        render: ({ createdAt }) => <span className="tabular">{formatMoment(createdAt, timezone)}</span>,
      },
    ],
    [t, kindTitle, timezone],
  );
}

const renderCard = (one: Import) => <ImportCard record={one} />;

function ImportCard({ record }: { record: Import }) {
  const kindTitle = useKindTitle();
  const { timezone } = useMe().organization;
  return (
    <Link href={`/imports/${record.id}`} className={classes.card} prefetch={false}>
      <span className={classes.cardName}>{record.file.name}</span>
      <span className={classes.cardLine}>
        {kindTitle(record.kind)} · {record.createdBy.name}
      </span>
      <span className={classes.cardLine}>
        <ImportCounts counts={record.counts} />
      </span>
      <span className={classes.cardFoot}>
        <ImportState state={record.state} />
        <span className="tabular">{formatMoment(record.createdAt, timezone)}</span>
      </span>
    </Link>
  );
}
