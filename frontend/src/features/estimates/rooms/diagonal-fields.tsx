'use client';

import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { cornerLabel, cornersLabel } from '@smet/estimating';
import type { Chord } from '@smet/estimating';
import { useTranslations } from 'next-intl';
import { useDeferredValue, useState } from 'react';
import { allDiagonals, cornersOf, isDiagonal, neededDiagonals, sameChord } from '../model/room-corners';
import { suggestControl } from '../model/suggestions';
import { GroupProblems } from './group-problems';
import { LengthField } from './length-field';
import { ReadingChoice } from './reading-choice';
import type { Reading } from './reading-choice';
import type { EntryProps } from './room-entry';
import classes from './room-entry.module.css';

const chordLabel = ({ from, to }: Chord): string => cornersLabel([Math.min(from, to), Math.max(from, to)]);
const DEGREE_WIDTH = 22;

/** Diagonals, and angles in place of some of them: as many as fix the room. */
export function DiagonalFields({ room, problems, readOnly, onChange, onActive }: EntryProps) {
  const t = useTranslations('estimates.entry');
  const needed = room.diagonals.slice(0, neededDiagonals(room));
  const angleLabel = (index: number) => `∠${cornerLabel(room.angles[index]?.corner ?? 0)}`;
  const labelOf = (index: number) => chordLabel(room.diagonals[index] ?? { from: 0, to: 0 });
  const choiceOf = (reading: Reading, onChoose: (chosen: Reading) => void) => (
    <ReadingChoice
      reading={reading}
      corners={cornersOf(room)}
      takenChords={room.diagonals}
      takenCorners={room.angles.map(({ corner }) => corner)}
      readOnly={readOnly}
      onChoose={onChoose}
    />
  );
  if (needed.length + room.angles.length === 0) return null;
  return (
    <fieldset className={classes.group}>
      <legend className={classes.legend}>
        <span>{t('diagonals')}</span>
      </legend>
      <div className={`${classes.fields} ${classes.wideFields}`}>
        {needed.map(({ from, to, text }, index) => (
          <LengthField
            key={`diagonal-${index}`}
            fieldId={`diagonal-${index}`}
            name={t('diagonalLabel', { name: labelOf(index) })}
            letters={choiceOf({ kind: 'diagonal', chord: { from, to } }, (chosen) =>
              onChange(
                chosen.kind === 'angle'
                  ? { type: 'angle-for-diagonal', index, corner: chosen.corner }
                  : { type: 'diagonal-ends', index, ...chosen.chord },
              ),
            )}
            isWide
            text={text}
            problemId={problems.diagonals[index] ? `diagonal-${index}-problem` : null}
            readOnly={readOnly}
            onType={(typed) => onChange({ type: 'diagonal', index, text: typed })}
            onActive={() => onActive({ kind: 'diagonal', index })}
          />
        ))}
        {room.angles.map(({ corner, text }, index) => (
          <LengthField
            key={`angle-${index}`}
            fieldId={`corner-${corner}`}
            name={t('angleLabel', { name: cornerLabel(corner) })}
            letters={choiceOf({ kind: 'angle', corner }, (chosen) =>
              onChange(
                chosen.kind === 'angle'
                  ? { type: 'angle-corner', index, corner: chosen.corner }
                  : { type: 'diagonal-for-angle', index, chord: chosen.chord },
              ),
            )}
            isWide
            note={<span aria-hidden>°</span>}
            noteWidth={DEGREE_WIDTH}
            text={text}
            problemId={problems.angles[index] ? `angle-${index}-problem` : null}
            readOnly={readOnly}
            onType={(typed) => onChange({ type: 'angle', index, text: typed })}
            onActive={() => onActive({ kind: 'corner', index: corner })}
          />
        ))}
      </div>
      <GroupProblems kind="diagonal" problems={problems.diagonals.slice(0, needed.length)} labelOf={labelOf} />
      <GroupProblems kind="angle" problems={problems.angles} labelOf={angleLabel} />
    </fieldset>
  );
}

/** Diagonals beyond those the room needs: the one that is worth measuring has its field before anybody asks for it. */
export function ControlFields({ room, built, problems, readOnly, onChange, onActive }: EntryProps) {
  const t = useTranslations('estimates.entry');
  const [asked, setAsked] = useState<Chord | null>(null);
  const first = neededDiagonals(room);
  const measured = room.diagonals.slice(first);
  const isTaken = (chord: Chord) => room.diagonals.some((known) => sameChord(known, chord));
  // Worked out after what is typed is shown: it may be of the room as it was, and taken by now.
  const suggested = suggestControl(useDeferredValue(room));
  const isFree = (chord: Chord | null) => chord !== null && isDiagonal(cornersOf(room), chord) && !isTaken(chord);
  const proposed = [asked, suggested].find(isFree) ?? null;
  const fields = [...measured, ...(proposed && !readOnly ? [{ ...proposed, text: '' }] : [])];
  // There is nothing to check before the room stands.
  const mayAdd = built.build.ok && !proposed && !readOnly;
  const another = mayAdd ? allDiagonals(cornersOf(room)).find((chord) => !isTaken(chord)) : undefined;
  if (fields.length === 0 && !another) return null;

  const type = (chord: Chord, text: string) => {
    // Emptied, it stays to be typed again.
    if (text.trim() === '') setAsked(chord);
    onChange({ type: 'control', ...chord, text });
  };
  const choose = (old: Chord, reading: Reading) => {
    if (reading.kind !== 'diagonal') return;
    setAsked(reading.chord);
    onChange({ type: 'control', ...old, text: '' });
  };
  return (
    <fieldset className={classes.group}>
      <legend className={classes.legend}>
        <span>{t('control')}</span>
      </legend>
      <div className={`${classes.fields} ${classes.wideFields}`}>
        {fields.map(({ from, to, text }, at) => (
          <LengthField
            key={`${from}-${to}`}
            fieldId={`diagonal-${first + at}`}
            name={t('diagonalLabel', { name: chordLabel({ from, to }) })}
            letters={
              <ReadingChoice
                reading={{ kind: 'diagonal', chord: { from, to } }}
                corners={cornersOf(room)}
                takenChords={room.diagonals}
                takenCorners={[]}
                diagonalsOnly
                readOnly={readOnly}
                onChoose={(reading) => choose({ from, to }, reading)}
              />
            }
            isWide
            text={text}
            placeholder={t('optional')}
            problemId={problems.diagonals[first + at] ? `diagonal-${first + at}-problem` : null}
            readOnly={readOnly}
            onType={(typed) => type({ from, to }, typed)}
            onActive={() => onActive({ kind: 'diagonal', index: first + at })}
          />
        ))}
        {another && (
          <Button
            variant="default"
            leftSection={<IconPlus size={16} />}
            className={classes.more}
            onClick={() => setAsked(another)}
          >
            {t('moreControl')}
          </Button>
        )}
      </div>
      <GroupProblems
        kind="diagonal"
        problems={problems.diagonals.map((problem, index) => (index < first ? null : problem))}
        labelOf={(index) => chordLabel(room.diagonals[index] ?? { from: 0, to: 0 })}
      />
    </fieldset>
  );
}
