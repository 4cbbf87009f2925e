'use client';

import type { Import } from '@smet/api-client';
import { useTranslations } from 'next-intl';
import { ColumnSelect } from './column-select';
import { textOf } from '../text-of';
import { sourceColumns } from './mapping-draft';
import type { MappingDraft } from './mapping-draft';
import classes from './mapping.module.css';

interface MappingTableProps {
  record: Import;
  draft: MappingDraft;
  onPick: (index: number, key: string | null) => void;
  onHeaderRow: (row: number) => void;
}

/** The first rows of the file as they are, a choice over each column, a mark beside the row of the titles. */
export function MappingTable({ record, draft, onPick, onHeaderRow }: MappingTableProps) {
  const t = useTranslations('imports.mapping');
  const { preview, columns } = record;
  const sources = sourceColumns(preview, draft.headerRow);
  return (
    <section className={classes.scroll} aria-label={t('title')}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th className={classes.rowHead}>{t('row')}</th>
            {sources.map((source) => (
              <th key={source.index} data-read={draft.columns[source.index] !== undefined || undefined}>
                <ColumnSelect source={source} columns={columns} draft={draft} onPick={onPick} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {preview.map(({ rowNumber, cells }) => (
            <tr
              key={rowNumber}
              data-titles={rowNumber === draft.headerRow || undefined}
              data-above={rowNumber < draft.headerRow || undefined}
            >
              <th scope="row" className={classes.rowHead}>
                <label className={classes.rowChoice}>
                  <input
                    type="radio"
                    name="header-row"
                    checked={rowNumber === draft.headerRow}
                    aria-label={t('headerRowOf', { row: rowNumber })}
                    onChange={() => onHeaderRow(rowNumber)}
                  />
                  <span className="tabular">{rowNumber}</span>
                </label>
              </th>
              {sources.map(({ index }) => (
                <td
                  key={index}
                  data-read={draft.columns[index] !== undefined || undefined}
                  title={textOf(cells[index])}
                >
                  {textOf(cells[index])}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
