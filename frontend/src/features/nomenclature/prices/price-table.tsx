'use client';

import { Button } from '@mantine/core';
import type { PriceList, PriceRow } from '@smet/api-client';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { api } from '../../../shared/api/client';
import { viewProblem } from '../../../shared/api/problems';
import { formatDay, formatMoney } from '../../../shared/formatting';
import { useCan, useMe } from '../../../shared/session/session';
import { DataTable } from '../../../shared/ui/data-table';
import type { Column } from '../../../shared/ui/data-table';
import { EmptyState } from '../../../shared/ui/empty-state';
import { ProblemAlert } from '../../../shared/ui/problem-alert';
import { EditableCell } from '../cells/editable-cell';
import { priceTableQuery } from '../queries';
import type { PriceTableInput } from '../queries';
import { moneyText, readMoney } from './money-text';
import { useSavePrice } from './use-save-price';
import classes from '../nomenclature.module.css';

/** Every item with its price in one list; the price is edited where it stands. */
export function PriceTable({ list, input }: { list: PriceList; input: PriceTableInput }) {
  const t = useTranslations('nomenclature');
  const columns = useColumns(list);
  const table = useInfiniteQuery({ ...priceTableQuery(api, input), placeholderData: keepPreviousData });
  const rows = useMemo(() => table.data?.pages.flatMap((page) => page.items) ?? [], [table.data]);
  return (
    <>
      {table.isError && <ProblemAlert problem={viewProblem(table.error)} onRetry={() => void table.refetch()} />}
      <DataTable<PriceRow>
        records={rows}
        columns={columns}
        idOf={({ itemId }) => itemId}
        fetching={table.isPlaceholderData || table.isPending}
        card={cardOf(list)}
        empty={<EmptyState title={t('empty.filtered')} text={t('empty.filteredText')} />}
      />
      {rows.length > 0 && (
        <div className={classes.foot}>
          <span aria-live="polite">{t(table.hasNextPage ? 'shown' : 'shownAll', { count: rows.length })}</span>
          {table.hasNextPage && (
            <Button variant="default" loading={table.isFetchingNextPage} onClick={() => void table.fetchNextPage()}>
              {t('more')}
            </Button>
          )}
        </div>
      )}
    </>
  );
}

function useColumns(list: PriceList): Column<PriceRow>[] {
  const t = useTranslations('nomenclature');
  const { timezone } = useMe().organization;
  return useMemo(
    () => [
      {
        key: 'code',
        title: t('columns.code'),
        width: 150,
        render: ({ code }) => <b className={classes.rowCode}>{code}</b>,
      },
      { key: 'name', title: t('columns.name'), render: ({ name }) => name },
      { key: 'unit', title: t('columns.unit'), width: 110, render: ({ unit }) => unit },
      { key: 'category', title: t('columns.category'), wideOnly: true, render: ({ category }) => category.name },
      {
        key: 'amount',
        title: t('prices.amount'),
        align: 'right',
        width: 160,
        render: (row) => <PriceCell row={row} list={list} />,
      },
      {
        key: 'since',
        title: t('prices.since'),
        align: 'right',
        width: 130,
        wideOnly: true,
        render: ({ validFrom }) => <span className="tabular">{validFrom ? formatDay(validFrom, timezone) : '—'}</span>,
      },
      {
        key: 'planned',
        title: t('prices.plannedColumn'),
        align: 'right',
        render: (row) => <Planned row={row} list={list} />,
      },
    ],
    [t, timezone, list],
  );
}

interface PriceProps {
  row: PriceRow;
  list: PriceList;
}

function PriceCell({ row, list }: PriceProps) {
  const t = useTranslations('nomenclature');
  const edits = useCan()('price:edit');
  const save = useSavePrice(list);
  const show = (text: string) => {
    const minor = readMoney(text);
    return minor === null ? text : <span className="tabular">{formatMoney(minor, list.currency)}</span>;
  };
  const text = row.amountMinor === null ? '' : moneyText(row.amountMinor);
  if (!edits || list.archived) return text === '' ? '—' : show(text);
  return (
    <EditableCell
      column="amount"
      label={t('cellOf', { column: t('prices.amount'), code: row.code })}
      text={text}
      show={show}
      align="right"
      numeric
      maxLength={20}
      read={(typed) => {
        const minor = readMoney(typed);
        return minor === null ? null : moneyText(minor);
      }}
      save={(value) => save(row, value)}
    />
  );
}

function Planned({ row: { planned }, list }: PriceProps) {
  const t = useTranslations('nomenclature.prices');
  const { timezone } = useMe().organization;
  if (planned === null) return <span className={classes.dim}>—</span>;
  const amount = formatMoney(planned.amountMinor, list.currency);
  return <span className="tabular">{t('plannedAt', { amount, day: formatDay(planned.validFrom, timezone) })}</span>;
}

const cardOf = (list: PriceList) =>
  function renderCard(row: PriceRow) {
    return (
      <div className={classes.card}>
        <span className={classes.cardName}>{row.name}</span>
        <span className={classes.cardSum}>
          <PriceCell row={row} list={list} />
        </span>
        <span className={classes.cardLine}>
          {row.code} · {row.unit} · {row.category.name}
        </span>
      </div>
    );
  };
