'use client';

import type { Cutout, Length } from '@smet/estimating';
import { useTranslations } from 'next-intl';
import type { RoomForm } from '../model/types';
import { parseTurn } from './centimetres';
import { changeCutout } from './plan-edits';
import type { PlacedChange } from './plan-edits';
import { CentimetreField, TypedField } from './typed-field';
import classes from './plan.module.css';

interface CutoutFieldsProps {
  room: RoomForm;
  cutout: Cutout<Length>;
  readOnly: boolean;
  onChange: (change: PlacedChange) => boolean;
}

/** Nobody goes around a pole thinner than this with a ceiling. */
const LEAST_MM = 10;

/** The measures of a column or an opening. A polygon has only its place. */
export function CutoutFields({ room, cutout, readOnly, onChange }: CutoutFieldsProps) {
  const t = useTranslations('plan.panel');
  const change = (changed: Cutout<Length>) => onChange(changeCutout(room, cutout.id, () => changed));
  const field = { unit: t('cm'), least: LEAST_MM, readOnly, refusal: t('columnRefused') };
  if (cutout.kind === 'polygon') return null;
  if (cutout.kind === 'circle') {
    return (
      <CentimetreField
        {...field}
        label={t('diameter')}
        mm={cutout.diameterMm}
        onCommit={(diameterMm) => change({ ...cutout, diameterMm })}
      />
    );
  }
  const [along, across] = cutout.sizeMm;
  return (
    <div className={classes.fields}>
      <CentimetreField
        {...field}
        label={t('sizeAlong')}
        mm={along}
        onCommit={(mm) => change({ ...cutout, sizeMm: [mm, across] })}
      />
      <CentimetreField
        {...field}
        label={t('sizeAcross')}
        mm={across}
        onCommit={(mm) => change({ ...cutout, sizeMm: [along, mm] })}
      />
      <TypedField
        label={t('turn')}
        shown={String(cutout.turnDeg ?? 0).replace('.', ',')}
        unit="°"
        refusal={t('turnRefused')}
        readOnly={readOnly}
        onCommit={(text) => {
          const turnDeg = parseTurn(text);
          return turnDeg !== null && change({ ...cutout, turnDeg });
        }}
      />
    </div>
  );
}
