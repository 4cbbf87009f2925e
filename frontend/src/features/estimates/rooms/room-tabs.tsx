'use client';

import { ActionIcon, SegmentedControl } from '@mantine/core';
import { IconGridDots } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import type { NumberPadState } from './use-number-pad';
import classes from '../room-pane.module.css';

const TABS = ['sizes', 'plan', 'canvas'] as const;
export type RoomTab = (typeof TABS)[number];

interface RoomTabsProps {
  tab: RoomTab;
  onChange: (tab: RoomTab) => void;
  /** Null where nothing can be typed. */
  pad: NumberPadState | null;
}

/** What is worked on in the room: its readings, what is on its ceiling, its canvas. */
export function RoomTabs({ tab, onChange, pad }: RoomTabsProps) {
  const t = useTranslations('estimates.roomTabs');
  return (
    <div className={classes.roomTabs}>
      <SegmentedControl
        fullWidth
        className={classes.roomTabsControl}
        aria-label={t('label')}
        data={TABS.map((value) => ({ value, label: t(value) }))}
        value={tab}
        onChange={onChange}
      />
      {pad && (
        <ActionIcon
          variant={pad.shown ? 'light' : 'default'}
          size={36}
          aria-label={t('pad')}
          aria-pressed={pad.shown}
          title={t('pad')}
          onClick={pad.toggle}
        >
          <IconGridDots size={20} aria-hidden />
        </ActionIcon>
      )}
    </div>
  );
}
