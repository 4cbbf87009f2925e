'use client';

import { DataTable as MantineDataTable } from 'mantine-datatable';
import type { DataTableColumn } from 'mantine-datatable';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import classes from './data-table.module.css';

export interface TableSort {
  /** Field name; a leading minus means descending, as the API writes it. */
  value: string;
  onChange: (value: string) => void;
}

export interface Column<T> {
  key: string;
  title: string;
  render: (record: T) => ReactNode;
  width?: number | string;
  align?: 'left' | 'right';
  sortable?: boolean;
  /** Left out on screens where the table would have to be scrolled sideways. */
  wideOnly?: boolean;
}

interface DataTableProps<T> {
  records: T[];
  columns: Column<T>[];
  idOf: (record: T) => string;
  /** Left out where the order is the data's own. */
  sort?: TableSort;
  fetching?: boolean;
  onOpen?: (record: T) => void;
  /** One record as a card, for screens narrower than a table. */
  card?: (record: T) => ReactNode;
  empty: ReactNode;
}

const UNSORTED: TableSort = { value: '', onChange: () => undefined };
const SURFACE = { light: '#ffffff', dark: '#181c22' };

const toColumn = <T,>(column: Column<T>): DataTableColumn<T> => ({
  accessor: column.key,
  title: column.title,
  render: (record) => column.render(record),
  ...(column.width !== undefined && { width: column.width }),
  ...(column.align && { textAlign: column.align }),
  ...(column.sortable && { sortable: true }),
  ...(column.wideOnly && { titleClassName: classes.wideOnly, cellsClassName: classes.wideOnly }),
});

function statusOf(sort: TableSort) {
  const descending = sort.value.startsWith('-');
  return {
    columnAccessor: descending ? sort.value.slice(1) : sort.value,
    direction: descending ? ('desc' as const) : ('asc' as const),
  };
}

/** The one table of the application. State lives with the caller; below 768 px the records become cards. */
export function DataTable<T extends object>(props: DataTableProps<T>) {
  const { records, columns, idOf, sort = UNSORTED, fetching = false, onOpen, card, empty } = props;
  const t = useTranslations('common');
  if (records.length === 0 && !fetching) return <div className={classes.frame}>{empty}</div>;
  return (
    <>
      <div className={card ? classes.wide : undefined}>
        <MantineDataTable<T>
          records={records}
          columns={columns.map(toColumn)}
          idAccessor={idOf}
          fetching={fetching}
          highlightOnHover={onOpen !== undefined}
          withTableBorder
          borderRadius="md"
          verticalSpacing={9}
          backgroundColor={SURFACE}
          noRecordsText={t('nothingFound')}
          {...(records.length === 0 && { minHeight: 160 })}
          {...(onOpen && { onRowClick: ({ record }) => onOpen(record) })}
          sortStatus={statusOf(sort)}
          onSortStatusChange={({ columnAccessor, direction }) =>
            sort.onChange(`${direction === 'desc' ? '-' : ''}${String(columnAccessor)}`)
          }
        />
      </div>
      {card && (
        <ul className={classes.cards} aria-busy={fetching}>
          {records.map((record) => (
            <li key={idOf(record)}>{card(record)}</li>
          ))}
        </ul>
      )}
    </>
  );
}
