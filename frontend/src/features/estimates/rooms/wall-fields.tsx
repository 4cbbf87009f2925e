'use client';

import { ActionIcon } from '@mantine/core';
import { IconMinus, IconPlus } from '@tabler/icons-react';
import { wallLabel } from '@smet/estimating';
import { useTranslations } from 'next-intl';
import { canAddCorner, canRemoveCorner, cornersOf } from '../model/room-corners';
import type { ArcField } from '../model/types';
import { LengthField } from './length-field';
import { GroupProblems } from './group-problems';
import type { EntryProps } from './room-entry';
import classes from './room-entry.module.css';

const ARC_NOTE_WIDTH = 62;

/** Lengths of the walls, one after another; beside a wall that is an arc, how it is curved. */
export function WallFields({ room, problems, readOnly, onChange, onActive, onOpenArc }: EntryProps) {
  const t = useTranslations('estimates.entry');
  const corners = cornersOf(room);
  const labelOf = (index: number) => wallLabel(index, corners);
  return (
    <fieldset className={classes.group}>
      <legend className={classes.legend}>
        <span>{t('walls')}</span>
        {room.kind !== 'rectangle' && !readOnly && <CornerCount room={room} onChange={onChange} />}
      </legend>
      <div className={classes.fields}>
        {room.sides.map((text, index) => {
          const arc = room.arcs.find(({ side }) => side === index);
          return (
            <LengthField
              key={index}
              fieldId={`side-${index}`}
              name={t('sideLabel', { name: labelOf(index) })}
              letters={labelOf(index)}
              text={text}
              problemId={problems.sides[index] ? `side-${index}-problem` : null}
              note={arc && <ArcNote arc={arc} wall={labelOf(index)} onOpen={() => onOpenArc(index)} />}
              noteWidth={ARC_NOTE_WIDTH}
              readOnly={readOnly}
              onType={(typed) => onChange({ type: 'side', index, text: typed })}
              onActive={() => onActive({ kind: 'side', index })}
            />
          );
        })}
      </div>
      <GroupProblems kind="side" problems={problems.sides} labelOf={labelOf} />
      <GroupProblems
        kind="arc"
        problems={problems.arcs}
        labelOf={(index) => t('arcOf', { wall: labelOf(room.arcs[index]?.side ?? 0) })}
      />
    </fieldset>
  );
}

/** An arc is changed where it is seen, on the plan; here it only says that it is there. */
function ArcNote({ arc, wall, onOpen }: { arc: ArcField; wall: string; onOpen: () => void }) {
  const t = useTranslations('estimates.entry');
  const sign = arc.by === 'radius' ? 'R' : 'h';
  const size = `${arc.bulges === 'inward' ? '−' : ''}${arc.text || '?'}`;
  return (
    <button
      type="button"
      tabIndex={-1}
      className={classes.arc}
      aria-label={t('openArc', { wall })}
      title={t(arc.by === 'radius' ? 'arcByRadius' : 'arcBySagitta', { value: arc.text || '?' })}
      onClick={onOpen}
    >
      {sign} {size}
    </button>
  );
}

function CornerCount({ room, onChange }: Pick<EntryProps, 'room' | 'onChange'>) {
  const t = useTranslations('estimates.entry');
  return (
    <span className={classes.stepper}>
      <ActionIcon
        variant="default"
        className={classes.step}
        aria-label={t('fewerCorners')}
        disabled={!canRemoveCorner(room)}
        onClick={() => onChange({ type: 'corners', direction: -1 })}
      >
        <IconMinus size={16} />
      </ActionIcon>
      <span className="tabular">{t('corners', { count: cornersOf(room) })}</span>
      <ActionIcon
        variant="default"
        className={classes.step}
        aria-label={t('moreCorners')}
        disabled={!canAddCorner(room)}
        onClick={() => onChange({ type: 'corners', direction: 1 })}
      >
        <IconPlus size={16} />
      </ActionIcon>
    </span>
  );
}
