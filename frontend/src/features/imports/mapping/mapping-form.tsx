'use client';

import { Button, Select, TextInput } from '@mantine/core';
import type { Import } from '@smet/api-client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Panel } from '../../../shared/ui/panel';
import type { ImportSteps } from '../use-import-steps';
import { MappingCards } from './mapping-cards';
import { choose, draftOf, missingColumns } from './mapping-draft';
import { MappingTable } from './mapping-table';
import classes from './mapping.module.css';

const ENOUGH = 2;

/** Says which column of the file is which. Remembered choices are filled in by the server. */
export function MappingForm({ record, steps }: { record: Import; steps: ImportSteps }) {
  const t = useTranslations('imports.mapping');
  const [draft, setDraft] = useState(() => draftOf(record));
  const { sheets, sheet, preview, columns } = record;
  const missing = missingColumns(columns, draft);
  const few = Object.keys(draft.columns).length < ENOUGH;
  const pick = (index: number, key: string | null) => setDraft(choose(draft, index, key));
  const send = (at: number) => {
    const options = draft.validFrom === '' ? {} : { validFrom: draft.validFrom };
    steps.mutate({ step: 'map', body: { sheet: at, headerRow: draft.headerRow, columns: draft.columns, options } });
  };
  return (
    <Panel title={t('title')}>
      <p className={classes.about}>{t('about')}</p>
      <div className={classes.settings}>
        {sheets.length > 1 && (
          <Select
            label={t('sheet')}
            data={sheets.map((name, index) => ({ value: String(index), label: name }))}
            value={String(sheet)}
            allowDeselect={false}
            disabled={steps.isPending}
            onChange={(value) => value !== null && Number(value) !== sheet && send(Number(value))}
          />
        )}
        <Select
          className={classes.narrowOnly}
          label={t('headerRow')}
          data={preview.map(({ rowNumber }) => ({ value: String(rowNumber), label: String(rowNumber) }))}
          value={String(draft.headerRow)}
          allowDeselect={false}
          onChange={(value) => value !== null && setDraft({ ...draft, headerRow: Number(value) })}
        />
        {record.kind === 'prices' && (
          <TextInput
            type="date"
            label={t('validFrom')}
            description={t('validFromAbout')}
            value={draft.validFrom}
            onChange={(event) => setDraft({ ...draft, validFrom: event.currentTarget.value })}
          />
        )}
      </div>
      <MappingTable
        record={record}
        draft={draft}
        onPick={pick}
        onHeaderRow={(headerRow) => setDraft({ ...draft, headerRow })}
      />
      <MappingCards record={record} draft={draft} onPick={pick} />
      <div className={classes.foot}>
        <p className={classes.missing} aria-live="polite">
          {missing.length > 0
            ? t('missing', { titles: missing.map(({ title }) => `«${title}»`).join(', ') })
            : few && t('nothing')}
        </p>
        <Button disabled={missing.length > 0 || few} loading={steps.isPending} onClick={() => send(sheet)}>
          {t('submit')}
        </Button>
      </div>
    </Panel>
  );
}
