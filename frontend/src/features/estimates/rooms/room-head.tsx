'use client';

import { TextInput } from '@mantine/core';
import { judgeCheck } from '@smet/estimating';
import type { MeasurementTolerances, RoomResult } from '@smet/estimating';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { formatCentimetres, formatDecimal, formatFixed } from '../../../shared/formatting';
import type { BuiltForm } from '../drawing/built-form';
import type { RoomChange } from '../model/room-changes';
import type { RoomForm } from '../model/types';
import { lackOf } from './room-lack';
import nameField from '../name-field.module.css';
import classes from '../room-pane.module.css';

interface RoomHeadProps {
  room: RoomForm;
  built: BuiltForm;
  result: RoomResult | undefined;
  tolerances: MeasurementTolerances;
  tried: boolean;
  readOnly: boolean;
  onChange: (change: RoomChange) => void;
}

/** The name of the room and its measures. */
export function RoomHead({ room, built, result, tolerances, tried, readOnly, onChange }: RoomHeadProps) {
  const t = useTranslations('estimates.rooms');
  return (
    <div className={classes.roomHead}>
      <TextInput
        className={`${classes.roomName} ${nameField.name}`}
        variant="unstyled"
        aria-label={t('name')}
        maxLength={200}
        value={room.name}
        readOnly={readOnly}
        error={tried && !room.name.trim() ? t('nameRequired') : null}
        onChange={(event) => onChange({ type: 'name', name: event.currentTarget.value })}
      />
      <Measures result={result} misclosure={<Misclosure built={built} tolerances={tolerances} />} />
    </div>
  );
}

/** In sight whatever is scrolled: readings that do not agree are found before leaving the room. */
function Misclosure({ built, tolerances }: Pick<RoomHeadProps, 'built' | 'tolerances'>) {
  const t = useTranslations('estimates.check');
  const check = built.build.ok ? built.build.room.check : null;
  const verdict = judgeCheck(check, tolerances);
  if (!check || verdict === 'agrees') return null;
  return (
    <span className={classes.misclosure} data-verdict={verdict}>
      {t('agreement', { misclosure: formatCentimetres(Math.round(check.misclosureMm)) })}
    </span>
  );
}

function Measures({ result, misclosure }: { result: RoomResult | undefined; misclosure: ReactNode }) {
  const t = useTranslations('estimates.rooms');
  if (!result || 'problems' in result) {
    return (
      <span className={classes.measures}>
        {misclosure}
        <span className={classes.unfinished}>{t(lackOf(result))}</span>
      </span>
    );
  }
  const { billedArea, billedPerimeter, rollM, strips } = result.measures;
  return (
    <span className={`${classes.measures} tabular`}>
      {misclosure}
      <b>{t('area', { area: formatFixed(billedArea, 2) })}</b>
      <span>{t('perimeter', { perimeter: formatFixed(billedPerimeter, 2) })}</span>
      <span>
        {t('roll', { roll: formatDecimal(rollM) })}
        {strips > 1 && ` · ${t('strips', { count: strips })}`}
      </span>
    </span>
  );
}
