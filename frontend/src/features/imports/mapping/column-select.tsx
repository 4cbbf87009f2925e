'use client';

import { Select } from '@mantine/core';
import type { ImportColumn } from '@smet/api-client';
import { useTranslations } from 'next-intl';
import type { MappingDraft, SourceColumn } from './mapping-draft';

export interface ColumnSelectProps {
  source: SourceColumn;
  columns: readonly ImportColumn[];
  draft: MappingDraft;
  onPick: (index: number, key: string | null) => void;
}

/** What one column of the file means. */
export function ColumnSelect({ source, columns, draft, onPick }: ColumnSelectProps) {
  const t = useTranslations('imports.mapping');
  const title = ({ required, title: name }: ImportColumn) => (required ? t('required', { title: name }) : name);
  return (
    <Select
      aria-label={t('columnOf', { name: source.title })}
      placeholder={t('skip')}
      data={columns.map((column) => ({ value: column.key, label: title(column) }))}
      value={draft.columns[source.index] ?? null}
      onChange={(key) => onPick(source.index, key)}
      clearable
      allowDeselect={false}
      searchable
      comboboxProps={{ width: 260, position: 'bottom-start' }}
    />
  );
}
