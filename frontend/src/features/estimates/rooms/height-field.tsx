'use client';

import { PLAN_LIMITS } from '@smet/estimating';
import { useTranslations } from 'next-intl';
import { formatCentimetres } from '../../../shared/formatting';
import { parsePlace } from '../plan/centimetres';
import { TypedField } from '../plan/typed-field';
import type { EntryProps } from './room-entry';
import classes from './room-entry.module.css';

/** The height of the room, which surcharges go by; may stay empty. */
export function HeightField({ room, readOnly, onChange }: Pick<EntryProps, 'room' | 'readOnly' | 'onChange'>) {
  const t = useTranslations('estimates.entry');
  const { minHeightMm, maxHeightMm } = PLAN_LIMITS;
  const bounds = { least: formatCentimetres(minHeightMm), most: formatCentimetres(maxHeightMm) };
  const take = (text: string): boolean => {
    const { heightMm: _, ...plan } = room.plan;
    const heightMm = parsePlace(text);
    const isNone = text.trim() === '';
    if (!isNone && (heightMm === null || heightMm < minHeightMm || heightMm > maxHeightMm)) return false;
    onChange({ type: 'plan', plan: isNone || heightMm === null ? plan : { ...plan, heightMm }, gesture: 'height' });
    return true;
  };
  return (
    <fieldset className={classes.group}>
      <legend className={classes.legend}>{t('heightTitle')}</legend>
      <div className={`${classes.fields} ${classes.wideFields}`}>
        <TypedField
          label={t('height')}
          shown={room.plan.heightMm === undefined ? '' : formatCentimetres(room.plan.heightMm)}
          unit={t('centimetres')}
          readOnly={readOnly}
          refusal={t('heightRefused', bounds)}
          onCommit={take}
        />
      </div>
    </fieldset>
  );
}
