'use client';

import { ActionIcon, Menu, SegmentedControl } from '@mantine/core';
import { IconClipboardPlus, IconColumns3 } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { memo } from 'react';
import { isFixed } from './columns';
import type { ColumnKey } from './columns';
import type { GroupBy } from './grid-rows';
import type { LinesView } from './use-lines-view';
import classes from './lines.module.css';

interface LinesToolbarProps {
  view: LinesView;
  /** Columns the reader's data has anything for. */
  available: readonly ColumnKey[];
  readOnly: boolean;
  onChange: (change: Partial<LinesView>) => void;
  onPaste: () => void;
}

const GROUPS: readonly GroupBy[] = ['room', 'category'];

/** How the lines are shown, and a place to paste into. */
export const LinesToolbar = memo(function LinesToolbar(props: LinesToolbarProps) {
  const { view, available, readOnly, onChange, onPaste } = props;
  const t = useTranslations('estimates.lines');
  const columns = useTranslations('estimates.lines.columns.full');
  const toggle = (column: ColumnKey) => {
    const isShown = view.columns.includes(column);
    onChange({ columns: isShown ? view.columns.filter((one) => one !== column) : [...view.columns, column] });
  };
  return (
    <div className={classes.toolbar}>
      <h2 className={classes.title}>{t('title')}</h2>
      <SegmentedControl
        size="xs"
        aria-label={t('groupBy')}
        data={GROUPS.map((value) => ({ value, label: t(`by.${value}`) }))}
        value={view.groupBy}
        onChange={(groupBy) => onChange({ groupBy })}
      />
      <Menu closeOnItemClick={false} position="bottom-end" shadow="md">
        <Menu.Target>
          <ActionIcon variant="default" size={30} aria-label={t('chooseColumns')} title={t('chooseColumns')}>
            <IconColumns3 size={17} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {available.map((column) => (
            <Menu.CheckboxItem
              key={column}
              checked={view.columns.includes(column)}
              disabled={isFixed(column)}
              onChange={() => toggle(column)}
            >
              {columns(column)}
            </Menu.CheckboxItem>
          ))}
        </Menu.Dropdown>
      </Menu>
      {!readOnly && (
        <ActionIcon variant="default" size={30} aria-label={t('pasteRows')} title={t('pasteRows')} onClick={onPaste}>
          <IconClipboardPlus size={17} aria-hidden />
        </ActionIcon>
      )}
    </div>
  );
});
