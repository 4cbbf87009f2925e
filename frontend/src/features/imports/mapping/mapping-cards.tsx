'use client';

import type { Import } from '@smet/api-client';
import { useTranslations } from 'next-intl';
import { ColumnSelect } from './column-select';
import { sourceColumns } from './mapping-draft';
import type { MappingDraft } from './mapping-draft';
import classes from './mapping.module.css';

interface MappingCardsProps {
  record: Import;
  draft: MappingDraft;
  onPick: (index: number, key: string | null) => void;
}

/** The same on a phone: column under column, each with some of its values. */
export function MappingCards({ record, draft, onPick }: MappingCardsProps) {
  const t = useTranslations('imports.mapping');
  const sources = sourceColumns(record.preview, draft.headerRow);
  return (
    <ul className={classes.cards}>
      {sources.map((source) => (
        <li key={source.index}>
          <b>{source.title}</b>
          <span className={classes.example}>
            {source.examples.length > 0 ? t('example', { values: source.examples.join(', ') }) : t('noExample')}
          </span>
          <ColumnSelect source={source} columns={record.columns} draft={draft} onPick={onPick} />
        </li>
      ))}
    </ul>
  );
}
