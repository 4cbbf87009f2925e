'use client';

import { cornersLabel } from '@smet/estimating';
import { useTranslations } from 'next-intl';
import { allDiagonals } from '../model/room-corners';
import classes from './room-entry.module.css';

interface DiagonalEndsProps {
  from: number;
  to: number;
  corners: number;
  readOnly: boolean;
  onChange: (from: number, to: number) => void;
}

/** Which diagonal was measured. A native list: there may be hundreds of pairs, and it opens well on a tablet. */
export function DiagonalEnds({ from, to, corners, readOnly, onChange }: DiagonalEndsProps) {
  const t = useTranslations('estimates.entry');
  const choose = (value: string) => {
    const [first = 0, second = 0] = value.split('-').map(Number);
    onChange(first, second);
  };
  return (
    <select
      className={classes.ends}
      aria-label={t('chooseDiagonal')}
      value={`${Math.min(from, to)}-${Math.max(from, to)}`}
      disabled={readOnly}
      onChange={(event) => choose(event.currentTarget.value)}
    >
      {allDiagonals(corners).map((pair) => (
        <option key={`${pair.from}-${pair.to}`} value={`${pair.from}-${pair.to}`}>
          {cornersLabel([pair.from, pair.to])}
        </option>
      ))}
    </select>
  );
}
