'use client';

import { SegmentedControl } from '@mantine/core';
import { useTranslations } from 'next-intl';
import classes from './editor.module.css';

const PANES = ['rooms', 'drawing', 'lines'] as const;
export type Pane = (typeof PANES)[number];

/** On screens too narrow for three panes, one at a time. */
export function PaneTabs({ active, onChange }: { active: Pane; onChange: (pane: Pane) => void }) {
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
}
