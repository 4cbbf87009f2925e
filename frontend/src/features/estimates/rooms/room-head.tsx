'use client';

import { TextInput } from '@mantine/core';
import type { RoomResult } from '@smet/estimating';
import { useTranslations } from 'next-intl';
import { formatDecimal, formatFixed } from '../../../shared/formatting';
import type { RoomChange } from '../model/room-changes';
import type { RoomForm } from '../model/types';
import classes from '../editor.module.css';

interface RoomHeadProps {
  room: RoomForm;
  result: RoomResult | undefined;
  tried: boolean;
  readOnly: boolean;
  onChange: (change: RoomChange) => void;
}

/** The name of the room and its measures. */
export function RoomHead({ room, result, tried, readOnly, onChange }: RoomHeadProps) {
  const t = useTranslations('estimates.rooms');
  return (
    <div className={classes.roomHead}>
      <TextInput
        className={classes.roomName}
        variant="unstyled"
        aria-label={t('name')}
        maxLength={200}
        value={room.name}
        readOnly={readOnly}
        error={tried && !room.name.trim() ? t('nameRequired') : null}
        onChange={(event) => onChange({ type: 'name', name: event.currentTarget.value })}
      />
      <Measures result={result} />
    </div>
  );
}

function Measures({ result }: { result: RoomResult | undefined }) {
  const t = useTranslations('estimates.rooms');
  if (!result || 'problems' in result) return <span className={classes.unfinished}>{t('unfinished')}</span>;
  const { billedArea, billedPerimeter, rollM, strips } = result.measures;
  return (
    <span className={`${classes.measures} tabular`}>
      <b>{t('area', { area: formatFixed(billedArea, 2) })}</b>
      <span>{t('perimeter', { perimeter: formatFixed(billedPerimeter, 2) })}</span>
      <span>
        {t('roll', { roll: formatDecimal(rollM) })}
        {strips > 1 && ` · ${t('strips', { count: strips })}`}
      </span>
    </span>
  );
}
