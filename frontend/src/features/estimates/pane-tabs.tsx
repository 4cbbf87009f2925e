'use client';

import { SegmentedControl } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { memo } from 'react';
import classes from './editor.module.css';

const PANES = ['rooms', 'drawing', 'lines'] as const;
export type Pane = (typeof PANES)[number];

interface PaneTabsProps {
  active: Pane;
  onChange: (pane: Pane) => void;
}

/** On screens too narrow for three panes, one at a time. */
export const PaneTabs = memo(function PaneTabs({ active, onChange }: PaneTabsProps) {
  const t = useTranslations('estimates.panes');
  return (
    <SegmentedControl
      className={classes.tabs}
      fullWidth
      aria-label={t('label')}
      data={PANES.map((pane) => ({ value: pane, label: t(pane) }))}
      value={active}
      onChange={onChange}
    />
  );
});
