'use client';

import { Select } from '@mantine/core';
import { wallLabel } from '@smet/estimating';
import type { DrawnLevel, RoomMeasures } from '@smet/estimating';
import { useTranslations } from 'next-intl';
import type { BuiltForm } from '../drawing/built-form';
import type { Selected } from '../drawing/selected';
import { cornersOf } from '../model/room-corners';
import type { RoomChange } from '../model/room-changes';
import type { RoomForm } from '../model/types';
import { Distribute } from './distribute';
import { fits } from './fits';
import { HiddenColumns } from './hidden-columns';
import { OutsideThings } from './outside-things';
import { SideSection } from './side-section';
import { TakeOffList } from './take-off';
import { ThingSection } from './thing-section';
import { handleOf } from './things';
import { ToolPalette } from './tool-palette';
import panels from '../panel.module.css';
import classes from './plan.module.css';

export interface PlanPanelProps {
  room: RoomForm;
  built: BuiltForm;
  /** Levels that lie in the room. */
  levels: readonly DrawnLevel[];
  /** Null while the room is not complete. */
  measures: RoomMeasures | null;
  readOnly: boolean;
  selected: Selected | null;
  onSelect: (selected: Selected | null) => void;
  onChange: (change: RoomChange) => void;
}

/** What is on the plan of a room: what is selected in full, what can be placed, what there is altogether. */
export function PlanPanel({ room, built, levels, measures, readOnly, selected, onSelect, onChange }: PlanPanelProps) {
  const t = useTranslations('plan.panel');
  const builtRoom = built.build.ok ? built.build.room : null;
  const handle = handleOf(selected);
  return (
    <div className={panels.panel}>
      {handle && (
        <ThingSection
          room={room}
          built={builtRoom}
          handle={handle}
          readOnly={readOnly}
          onChange={(change) => {
            const isTaken = fits(room, builtRoom, change);
            if (isTaken) onChange(change);
            return isTaken;
          }}
          onRemoved={() => onSelect(null)}
        />
      )}
      <WallChoice room={room} selected={selected} onSelect={onSelect} />
      {selected?.kind === 'side' && (
        <SideSection room={room} built={builtRoom} side={selected.index} readOnly={readOnly} onChange={onChange} />
      )}
      {builtRoom === null && <HiddenColumns room={room} selected={selected} onSelect={onSelect} />}
      {builtRoom !== null && <OutsideThings room={room} built={builtRoom} selected={selected} onSelect={onSelect} />}
      {selected?.kind === 'level' && <p className={classes.note}>{t('levelHint')}</p>}
      {!readOnly && (
        <section className={panels.section}>
          <ToolPalette disabled={builtRoom === null} />
          {builtRoom === null ? (
            <p className={classes.note}>{t('unfinished')}</p>
          ) : (
            <Distribute room={room} built={builtRoom} levels={levels} onChange={onChange} />
          )}
        </section>
      )}
      {selected === null && builtRoom !== null && <p className={classes.note}>{t('selectHint')}</p>}
      {/* Estimates computed before rooms had plans come without it. */}
      {measures?.takeOff && <TakeOffList room={room} measures={measures} />}
    </div>
  );
}

/** Walls by their names: on the drawing only a finger or a mouse reaches them. */
function WallChoice({ room, selected, onSelect }: Pick<PlanPanelProps, 'room' | 'selected' | 'onSelect'>) {
  const t = useTranslations('plan.panel');
  const corners = cornersOf(room);
  return (
    <Select
      label={t('wall')}
      placeholder={t('chooseWall')}
      data={Array.from({ length: corners }, (_, index) => ({
        value: String(index),
        label: wallLabel(index, corners),
      }))}
      value={selected?.kind === 'side' ? String(selected.index) : null}
      allowDeselect={false}
      onChange={(index) => index !== null && onSelect({ kind: 'side', index: Number(index) })}
    />
  );
}
