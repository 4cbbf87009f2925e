'use client';

import { Checkbox, SegmentedControl, Select } from '@mantine/core';
import clsx from 'clsx';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { formatDecimal, formatMoney } from '../../../shared/formatting';
import { Panel } from '../../../shared/ui/panel';
import { EXAMPLES } from './example-rooms';
import type { Example } from './example-rooms';
import type { Preview, PreviewRow, StockRow } from './preview';
import classes from './rules.module.css';

interface PreviewPanelProps {
  example: Example;
  onExample: (example: Example) => void;
  /** Null while the prices are not there. */
  preview: Preview | null;
  currency: string;
  /** Codes the rules ask for that have no price. */
  unpriced: readonly string[];
  /** Some line has a mistake and is left out. */
  hasErrors: boolean;
}

/** What the rules on the screen make of a room, beside what the stored ones make of it. */
export function PreviewPanel({ example, onExample, preview, currency, unpriced, hasErrors }: PreviewPanelProps) {
  const t = useTranslations('rules.preview');
  const [part, setPart] = useState<'estimate' | 'stock'>('estimate');
  const [onlyChanged, setOnlyChanged] = useState(false);
  return (
    <Panel title={t('title')} flush className={classes.preview}>
      <div className={classes.previewHead}>
        <Select
          aria-label={t('room')}
          data={EXAMPLES.map((value) => ({ value, label: t(`rooms.${value}`) }))}
          value={example}
          allowDeselect={false}
          onChange={(value) => value && onExample(value)}
        />
        <div className={classes.previewTools}>
          <SegmentedControl
            aria-label={t('show')}
            size="xs"
            data={[
              { value: 'estimate', label: t('estimate') },
              { value: 'stock', label: t('stock') },
            ]}
            value={part}
            onChange={setPart}
          />
          <Checkbox
            size="sm"
            label={t('onlyChanged')}
            checked={onlyChanged}
            onChange={(event) => setOnlyChanged(event.currentTarget.checked)}
          />
        </div>
      </div>
      {preview ? (
        <>
          <Rows
            rows={part === 'estimate' ? preview.rows : preview.stock}
            onlyChanged={onlyChanged}
            currency={currency}
          />
          <Total {...preview.toPayMinor} currency={currency} />
        </>
      ) : (
        <p className={classes.nothing}>{t('pending')}</p>
      )}
      {hasErrors && <p className={classes.missing}>{t('withErrors')}</p>}
      {unpriced.length > 0 && (
        <p className={classes.missing}>{t('missing', { count: unpriced.length, codes: unpriced.join(', ') })}</p>
      )}
    </Panel>
  );
}

interface RowsProps {
  rows: readonly (PreviewRow | StockRow)[];
  onlyChanged: boolean;
  currency: string;
}

function Rows({ rows, onlyChanged, currency }: RowsProps) {
  const t = useTranslations('rules.preview');
  const changed = rows.filter(({ kind }) => kind !== 'same');
  // What changes is what one looks for: it stands first.
  const shown: readonly (PreviewRow | StockRow)[] = onlyChanged
    ? changed
    : [...changed, ...rows.filter(({ kind }) => kind === 'same')];
  if (shown.length === 0) return <p className={classes.nothing}>{t('nothingChanged')}</p>;
  const money = (minor: number) => formatMoney(minor, currency);
  return (
    // Scrolled by the keyboard, too.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <ul className={classes.previewRows} aria-label={t('title')} tabIndex={0}>
      {shown.map((row) => (
        <li key={row.key} className={clsx(classes.previewRow, classes[row.kind])}>
          <span className={classes.previewName}>
            {row.name}
            {(row.kind === 'added' || row.kind === 'removed') && <span className={classes.mark}>{t(row.kind)}</span>}
          </span>
          <Value {...row.quantity} show={(quantity) => `${formatDecimal(quantity)} ${row.unit}`} />
          {'sumMinor' in row && <Value {...row.sumMinor} show={money} />}
        </li>
      ))}
    </ul>
  );
}

interface ValueProps<T> {
  before: T | null;
  after: T | null;
  show: (value: T) => string;
}

/** A figure, with what it was below it where it is another now. */
function Value<T>({ before, after, show }: ValueProps<T>) {
  const t = useTranslations('rules.preview');
  const changed = before !== null && after !== null && before !== after;
  const shown = after ?? before;
  return (
    <span className={clsx('tabular', classes.value)}>
      {shown === null ? '' : show(shown)}
      {changed && <span className={classes.was}>{t('was', { value: show(before) })}</span>}
    </span>
  );
}

function Total({ before, after, currency }: { before: number; after: number; currency: string }) {
  const t = useTranslations('rules.preview');
  const difference = after - before;
  const sign = difference > 0 ? '+' : '−';
  return (
    <div className={classes.total} aria-live="polite">
      <span>{t('total')}</span>
      <span className={clsx('tabular', classes.value)}>
        <strong>{formatMoney(after, currency)}</strong>
        <span className={difference === 0 ? classes.was : classes.difference}>
          {difference === 0
            ? t('same')
            : t('difference', { sum: `${sign}${formatMoney(Math.abs(difference), currency)}` })}
        </span>
      </span>
    </div>
  );
}
