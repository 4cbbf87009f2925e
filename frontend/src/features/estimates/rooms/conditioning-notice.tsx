'use client';

import { Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { assessReadings, cornersLabel } from '@smet/estimating';
import { useTranslations } from 'next-intl';
import { useDeferredValue } from 'react';
import { formatFixed } from '../../../shared/formatting';
import { outlineRoom } from '../drawing/built-form';
import { byReadings } from '../model/by-readings';
import { toRoomDraft } from '../model/room-form';
import type { EntryProps } from './room-entry';
import classes from './check-notice.module.css';

const assess = byReadings((room) =>
  room.kind === 'triangulated' ? assessReadings(toRoomDraft(room), outlineRoom(room).build) : null,
);

/** Diagonals along flat triangles make centimetres of a millimetre: better ones are offered. */
export function ConditioningNotice({ room, readOnly, onChange }: Pick<EntryProps, 'room' | 'readOnly' | 'onChange'>) {
  const t = useTranslations('estimates.check');
  // What is typed is shown first; many corners take their time.
  const assessment = assess(useDeferredValue(room));
  if (!assessment?.isIllConditioned) return null;
  const { better, weakest, worstMm } = assessment;
  return (
    <div className={classes.notice} data-verdict="doubtful">
      <p className={classes.title}>
        <IconAlertTriangle size={18} aria-hidden />
        <b>{t('weak')}</b>
      </p>
      <p className={classes.text}>
        {Number.isFinite(worstMm) ? t('weakText', { spread: formatFixed(worstMm / 10, 1) }) : t('weakUnknown')}{' '}
        {weakest !== null && t('flattest', { triangle: weakest })}
      </p>
      {better && (
        <p className={classes.text}>
          {t('better', { diagonals: better.map(({ from, to }) => cornersLabel([from, to])).join(', ') })}
        </p>
      )}
      {better && !readOnly && (
        <Button
          variant="default"
          size="compact-sm"
          onClick={() => onChange({ type: 'choose-diagonals', chords: better })}
        >
          {t('takeBetter')}
        </Button>
      )}
    </div>
  );
}
