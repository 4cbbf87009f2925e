'use client';

import { cornerLabel, cornersLabel } from '@smet/estimating';
import type { Chord } from '@smet/estimating';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
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

const labelOf = (reading: Reading): string =>
  reading.kind === 'angle' ? `∠${cornerLabel(reading.corner)}` : cornersLabel([reading.chord.from, reading.chord.to]);

function readingOf(value: string): Reading {
  const [kind, first = 0, second = 0] = value.split('-').map((part, index) => (index === 0 ? part : Number(part)));
  if (kind === 'angle') return { kind: 'angle', corner: Number(first) };
  return { kind: 'diagonal', chord: { from: Number(first), to: Number(second) } };
}

/**
 * Which reading was taken. A native list: there may be hundreds of pairs, and it opens well on a tablet. Until somebody
 * comes to choose it holds its own reading only: a room of 60 corners has a field for each of 57 diagonals.
 */
export function ReadingChoice(props: ReadingChoiceProps) {
  const { reading, diagonalsOnly = false, readOnly, onChoose } = props;
  const t = useTranslations('estimates.entry');
  const [isOpen, setOpen] = useState(false);
  const own = valueOf(reading);
  return (
    <select
      className={classes.ends}
      aria-label={t(diagonalsOnly ? 'chooseDiagonal' : 'chooseReading')}
      value={own}
      disabled={readOnly}
      onPointerDown={() => setOpen(true)}
      onFocus={() => setOpen(true)}
      onBlur={() => setOpen(false)}
      onChange={(event) => onChoose(readingOf(event.currentTarget.value))}
    >
      {isOpen ? <Choices {...props} own={own} /> : <option value={own}>{labelOf(reading)}</option>}
    </select>
  );
}

/** Every reading that has no field of its own yet. */
function Choices({ corners, takenChords, takenCorners, diagonalsOnly, own }: ReadingChoiceProps & { own: string }) {
  const t = useTranslations('estimates.entry');
  const chords = allDiagonals(corners)
    .map((chord): Reading & { kind: 'diagonal' } => ({ kind: 'diagonal', chord }))
    .filter((choice) => valueOf(choice) === own || !takenChords.some((taken) => sameChord(taken, choice.chord)));
  const free = Array.from({ length: corners }, (_, corner): Reading & { kind: 'angle' } => ({
    kind: 'angle',
    corner,
  })).filter((choice) => valueOf(choice) === own || !takenCorners.includes(choice.corner));
  const option = (choice: Reading) => (
    <option key={valueOf(choice)} value={valueOf(choice)}>
      {labelOf(choice)}
    </option>
  );
  return (
    <>
      <optgroup label={t('diagonalsGroup')}>{chords.map(option)}</optgroup>
      {!diagonalsOnly && <optgroup label={t('anglesGroup')}>{free.map(option)}</optgroup>}
    </>
  );
}
