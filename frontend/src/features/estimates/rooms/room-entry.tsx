'use client';

import { ActionIcon, TextInput } from '@mantine/core';
import { IconMinus, IconPlus } from '@tabler/icons-react';
import { cornersLabel, wallLabel } from '@smet/estimating';
import { useTranslations } from 'next-intl';
import type { ActiveEdge } from '../drawing/room-drawing';
import type { RoomChange } from '../model/form-reducer';
import { canAddCorner, canRemoveCorner, cornersOf } from '../model/room-corners';
import { parseCount } from '../model/room-form';
import type { RoomForm } from '../model/types';
import { DiagonalEnds } from './diagonal-ends';
import type { RoomProblems } from './field-problems';
import { focusNextField, LengthField } from './length-field';
import { ReflexChoice } from './reflex-choice';
import { useProblemWords } from './use-problem-words';
import classes from './room-entry.module.css';

interface RoomEntryProps {
  room: RoomForm;
  problems: RoomProblems;
  readOnly: boolean;
  onChange: (change: RoomChange) => void;
  onActive: (edge: ActiveEdge | null) => void;
}

/** Lengths of walls and diagonals, one after another, and the lamps. */
export function RoomEntry({ room, problems, readOnly, onChange, onActive }: RoomEntryProps) {
  const t = useTranslations('estimates.entry');
  const words = useProblemWords();
  const corners = cornersOf(room);
  const whole = problems.whole.filter(({ code }) => code !== 'RIGHT_ANGLES_AMBIGUOUS');
  const isAmbiguous = whole.length < problems.whole.length;
  return (
    <div className={classes.entry} data-entry>
      <fieldset className={classes.group}>
        <legend className={classes.legend}>
          <span>{t('walls')}</span>
          {room.kind !== 'rectangle' && !readOnly && <CornerCount room={room} onChange={onChange} />}
        </legend>
        <div className={classes.fields}>
          {room.sides.map((text, index) => (
            <LengthField
              key={index}
              kind="side"
              label={wallLabel(index, corners)}
              text={text}
              problemId={problems.sides[index] ? `side-${index}-problem` : null}
              readOnly={readOnly}
              onType={(typed) => onChange({ type: 'side', index, text: typed })}
              onActive={(active) => onActive(active ? { kind: 'side', index } : null)}
            />
          ))}
        </div>
        <GroupProblems kind="side" problems={problems.sides} labelOf={(index) => wallLabel(index, corners)} />
      </fieldset>
      {room.kind === 'triangulated' && room.diagonals.length > 0 && (
        <Diagonals room={room} problems={problems} readOnly={readOnly} onChange={onChange} onActive={onActive} />
      )}
      <div aria-live="polite" className={classes.whole}>
        {whole.map((problem, index) => (
          <p key={index} className={classes.problem}>
            {words(problem)}
          </p>
        ))}
        {isAmbiguous && <ReflexChoice sides={room.sides} readOnly={readOnly} onChange={onChange} />}
      </div>
      <fieldset className={classes.group}>
        <legend className={classes.legend}>{t('light')}</legend>
        <div className={`${classes.fields} ${classes.wideFields}`}>
          <CountField room={room} field="spotlights" readOnly={readOnly} onChange={onChange} />
          <CountField room={room} field="chandeliers" readOnly={readOnly} onChange={onChange} />
        </div>
      </fieldset>
    </div>
  );
}

interface GroupProblemsProps {
  kind: ActiveEdge['kind'];
  problems: RoomProblems['sides'];
  labelOf: (index: number) => string;
}

/** Right under the fields, by the name of each: the fields themselves are too narrow for a sentence. */
function GroupProblems({ kind, problems, labelOf }: GroupProblemsProps) {
  const words = useProblemWords();
  return (
    <div aria-live="polite" className={classes.problems}>
      {problems.map(
        (problem, index) =>
          problem && (
            <p key={index} id={`${kind}-${index}-problem`} className={classes.problem}>
              <b>{labelOf(index)}</b> {words(problem)}
            </p>
          ),
      )}
    </div>
  );
}

function Diagonals({ room, problems, readOnly, onChange, onActive }: RoomEntryProps) {
  const t = useTranslations('estimates.entry');
  const labelOf = (index: number) => {
    const { from = 0, to = 0 } = room.diagonals[index] ?? {};
    return cornersLabel([from, to]);
  };
  return (
    <fieldset className={classes.group}>
      <legend className={classes.legend}>{t('diagonals')}</legend>
      <div className={`${classes.fields} ${classes.wideFields}`}>
        {room.diagonals.map(({ from, to, text }, index) => (
          <LengthField
            key={index}
            kind="diagonal"
            label={labelOf(index)}
            ends={
              <DiagonalEnds
                from={from}
                to={to}
                corners={cornersOf(room)}
                readOnly={readOnly}
                onChange={(first, second) => onChange({ type: 'diagonal-ends', index, from: first, to: second })}
              />
            }
            text={text}
            problemId={problems.diagonals[index] ? `diagonal-${index}-problem` : null}
            readOnly={readOnly}
            onType={(typed) => onChange({ type: 'diagonal', index, text: typed })}
            onActive={(active) => onActive(active ? { kind: 'diagonal', index } : null)}
          />
        ))}
      </div>
      <GroupProblems kind="diagonal" problems={problems.diagonals} labelOf={labelOf} />
    </fieldset>
  );
}

function CornerCount({ room, onChange }: Pick<RoomEntryProps, 'room' | 'onChange'>) {
  const t = useTranslations('estimates.entry');
  return (
    <span className={classes.stepper}>
      <ActionIcon
        variant="default"
        size="sm"
        aria-label={t('fewerCorners')}
        disabled={!canRemoveCorner(room)}
        onClick={() => onChange({ type: 'corners', direction: -1 })}
      >
        <IconMinus size={14} />
      </ActionIcon>
      <span className="tabular">{t('corners', { count: cornersOf(room) })}</span>
      <ActionIcon
        variant="default"
        size="sm"
        aria-label={t('moreCorners')}
        disabled={!canAddCorner(room)}
        onClick={() => onChange({ type: 'corners', direction: 1 })}
      >
        <IconPlus size={14} />
      </ActionIcon>
    </span>
  );
}

interface CountFieldProps extends Pick<RoomEntryProps, 'room' | 'readOnly' | 'onChange'> {
  field: 'spotlights' | 'chandeliers';
}

function CountField({ room, field, readOnly, onChange }: CountFieldProps) {
  const t = useTranslations('estimates.entry');
  const text = room[field];
  const set = (value: string) => onChange({ type: 'counts', field, text: value });
  const step = (by: number) => set(String(Math.max(0, (parseCount(text) ?? 0) + by)));
  return (
    <TextInput
      className={classes.count}
      label={t(field)}
      data-step
      inputMode="numeric"
      autoComplete="off"
      maxLength={4}
      value={text}
      readOnly={readOnly}
      error={parseCount(text) === null ? t('countInvalid') : null}
      rightSectionWidth={72}
      rightSection={
        !readOnly && (
          <span className={classes.stepper}>
            <ActionIcon
              variant="subtle"
              color="gray"
              size="sm"
              aria-label={t('less', { name: t(field) })}
              onClick={() => step(-1)}
            >
              <IconMinus size={14} />
            </ActionIcon>
            <ActionIcon
              variant="subtle"
              color="gray"
              size="sm"
              aria-label={t('more', { name: t(field) })}
              onClick={() => step(1)}
            >
              <IconPlus size={14} />
            </ActionIcon>
          </span>
        )
      }
      onChange={(event) => set(event.currentTarget.value)}
      onKeyDown={focusNextField}
      onFocus={(event) => event.currentTarget.select()}
    />
  );
}
