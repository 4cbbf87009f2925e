'use client';

import type { Import, ImportAction, ImportColumn, ImportRow } from '@smet/api-client';
import { useTranslations } from 'next-intl';
import type { Column } from '../../shared/ui/data-table';
import { mappedColumns, useImportProblemWords, useImportValue } from './use-import-words';
import classes from './imports.module.css';

/** The mapped columns between the number of the row and, where there is one, the reason of a refusal. */
export function useRowColumns(record: Import, action: ImportAction): Column<ImportRow>[] {
  const t = useTranslations('imports.preview');
  const { rowProblem } = useImportProblemWords();
  const reason: Column<ImportRow> = {
    key: 'reason',
    title: t('reason'),
    render: ({ problems }) => (
      <ul className={classes.reasons}>
        {problems.map((problem) => (
          <li key={`${problem.column} ${problem.code}`}>{rowProblem(problem, record.columns)}</li>
        ))}
      </ul>
    ),
  };
  const number: Column<ImportRow> = {
    key: 'row',
    title: t('row'),
    width: 84,
    render: ({ rowNumber }) => <span className={`${classes.muted} tabular`}>{rowNumber}</span>,
  };
  const values = mappedColumns(record).map((column): Column<ImportRow> => ({
    key: column.key,
    title: column.title,
    align: column.type === 'money' || column.type === 'number' ? 'right' : 'left',
    render: (row) => <Value row={row} column={column} />,
  }));
  const told = action === 'faulty' || record.counts.kept > 0;
  return action === 'faulty' ? [number, reason, ...values] : [number, ...values, ...(told ? [reason] : [])];
}

/** A value; of a changed one what it was before it, struck out. */
function Value({ row, column }: { row: ImportRow; column: ImportColumn }) {
  const t = useTranslations('imports.preview');
  const show = useImportValue();
  const after = show(row.values[column.key], column);
  const changed = row.action === 'changed' && row.before !== null && column.key in row.before;
  const set = column.type === 'money' ? 'tabular' : undefined;
  if (!changed) return <span className={set}>{after ?? <span className={classes.muted}>—</span>}</span>;
  return (
    <span className={classes.change}>
      <del className={set} aria-label={t('was')}>
        {show(row.before?.[column.key], column) ?? t('blank')}
      </del>
      <span aria-hidden>→</span>
      <ins className={set} aria-label={t('becomes')}>
        {after ?? t('blank')}
      </ins>
    </span>
  );
}

/** A row on a phone: its columns under each other. */
export function RowCard({ row, columns }: { row: ImportRow; columns: Column<ImportRow>[] }) {
  return (
    <dl className={classes.rowCard}>
      {columns.map(({ key, title, render }) => (
        <div key={key}>
          <dt>{title}</dt>
          <dd>{render(row)}</dd>
        </div>
      ))}
    </dl>
  );
}
