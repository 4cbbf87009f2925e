'use client';

import { cornersLabel, figurePath, rightAngledOptions } from '@smet/estimating';
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { parseCentimetres } from '../../../shared/formatting';
import type { RoomChange } from '../model/form-reducer';
import classes from './room-entry.module.css';

interface ReflexChoiceProps {
  sides: string[];
  /** Corners were given, and with these walls they cannot be: other ones can. */
  isOther: boolean;
  readOnly: boolean;
  onChange: (change: RoomChange) => void;
}

const WIDTH = 72;
const HEIGHT = 56;

/** The same lengths make several rooms: the person points at theirs. */
export function ReflexChoice({ sides, isOther, readOnly, onChange }: ReflexChoiceProps) {
  const t = useTranslations('estimates.entry');
  const options = useMemo(() => rightAngledOptions(sides.map(parseCentimetres)), [sides]);
  return (
    <div>
      <p className={classes.problem}>{t(isOther ? 'otherShape' : 'ambiguous')}</p>
      <div className={classes.options}>
        {options.map(({ reflexCorners, vertices }) => (
          <button
            key={reflexCorners.join('-')}
            type="button"
            className={classes.option}
            disabled={readOnly}
            onClick={() => onChange({ type: 'reflex-corners', corners: reflexCorners })}
          >
            <svg viewBox={`-4 -4 ${WIDTH + 8} ${HEIGHT + 8}`} width={WIDTH} height={HEIGHT} aria-hidden>
              <path d={figurePath(vertices, { width: WIDTH, height: HEIGHT })} />
            </svg>
            {t('turnsAt', { corners: cornersLabel(reflexCorners).split('').join(', ') })}
          </button>
        ))}
      </div>
    </div>
  );
}
