'use client';

import { cornerLabel, cornersLabel } from '@smet/estimating';
import type { Chord } from '@smet/estimating';
import { useTranslations } from 'next-intl';
import { allDiagonals, sameChord } from '../model/room-corners';
import classes from './room-entry.module.css';

/** What one field of a room measured by diagonals holds: a diagonal, or an angle in place of one. */
export type Reading = { kind: 'diagonal'; chord: Chord } | { kind: 'angle'; corner: number };

interface ReadingChoiceProps {
  reading: Reading;
  corners: number;
  /** Diagonals and corners that have a field of their own already. */
  takenChords: readonly Chord[];
  takenCorners: readonly number[];
  /** A control reading is a diagonal. */
  diagonalsOnly?: boolean;
  readOnly: boolean;
  onChoose: (reading: Reading) => void;
}

const valueOf = (reading: Reading): string =>
  reading.kind === 'angle'
    ? `angle-${reading.corner}`
    : `diagonal-${Math.min(reading.chord.from, reading.chord.to)}-${Math.max(reading.chord.from, reading.chord.to)}`;

function readingOf(value: string): Reading {
  const [kind, first = 0, second = 0] = value.split('-').map((part, index) => (index === 0 ? part : Number(part)));
  if (kind === 'angle') return { kind: 'angle', corner: Number(first) };
  return { kind: 'diagonal', chord: { from: Number(first), to: Number(second) } };
}

/** Which reading was taken. A native list: there may be hundreds of pairs, and it opens well on a tablet. */
export function ReadingChoice(props: ReadingChoiceProps) {
  const { reading, corners, takenChords, takenCorners, diagonalsOnly = false, readOnly, onChoose } = props;
  const t = useTranslations('estimates.entry');
  const own = valueOf(reading);
  const chords = allDiagonals(corners).filter(
    (chord) => valueOf({ kind: 'diagonal', chord }) === own || !takenChords.some((taken) => sameChord(taken, chord)),
  );
  const free = Array.from({ length: corners }, (_, corner) => corner).filter(
    (corner) => valueOf({ kind: 'angle', corner }) === own || !takenCorners.includes(corner),
  );
  return (
    <select
      className={classes.ends}
      aria-label={t(diagonalsOnly ? 'chooseDiagonal' : 'chooseReading')}
      value={own}
      disabled={readOnly}
      onChange={(event) => onChoose(readingOf(event.currentTarget.value))}
    >
      <optgroup label={t('diagonalsGroup')}>
        {chords.map((chord) => (
          <option key={valueOf({ kind: 'diagonal', chord })} value={valueOf({ kind: 'diagonal', chord })}>
            {cornersLabel([chord.from, chord.to])}
          </option>
        ))}
      </optgroup>
      {!diagonalsOnly && (
        <optgroup label={t('anglesGroup')}>
          {free.map((corner) => (
            <option key={corner} value={valueOf({ kind: 'angle', corner })}>
              {`∠${cornerLabel(corner)}`}
            </option>
          ))}
        </optgroup>
      )}
    </select>
  );
}
