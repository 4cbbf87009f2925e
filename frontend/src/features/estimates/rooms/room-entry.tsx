'use client';

import type { MeasurementTolerances } from '@smet/estimating';
import { useRef } from 'react';
import type { RefObject } from 'react';
import type { BuiltForm } from '../drawing/built-form';
import type { Selected } from '../drawing/selected';
import type { RoomChange } from '../model/room-changes';
import type { RoomForm } from '../model/types';
import { CheckNotice } from './check-notice';
import { ConditioningNotice } from './conditioning-notice';
import { ControlFields, DiagonalFields } from './diagonal-fields';
import { firstEmpty } from './entry-steps';
import type { RoomProblems } from './field-problems';
import { HeightField } from './height-field';
import { LampCounts } from './lamp-counts';
import { useStrayReadings } from './use-stray-readings';
import { WallFields } from './wall-fields';
import { WholeProblems } from './whole-problems';
import classes from './room-entry.module.css';

export interface EntryProps {
  room: RoomForm;
  built: BuiltForm;
  problems: RoomProblems;
  tolerances: MeasurementTolerances;
  readOnly: boolean;
  onChange: (change: RoomChange) => void;
  /** The field that is being typed in, to be shown on the drawing. */
  onActive: (selected: Selected) => void;
  onOpenArc: (side: number) => void;
}

/** Readings of a room, one after another in the order they are taken, and the lamps. */
export function RoomEntry({ entry, ...props }: EntryProps & { entry: RefObject<HTMLDivElement | null> }) {
  const { room } = props;
  useStrayReadings(entry, !props.readOnly);
  return (
    <div className={classes.entry}>
      <WallFields {...props} />
      {room.kind === 'triangulated' && <DiagonalFields {...props} />}
      <WholeProblems {...props} />
      {room.kind === 'triangulated' && <ControlFields key={room.id} {...props} />}
      <CheckNotice {...props} entry={entry} />
      <ConditioningNotice {...props} />
      <LampCounts {...props} />
      <HeightField key={`height ${room.id}`} {...props} />
    </div>
  );
}

/** Where the fields of the open tab are, and how to come to one of them from the drawing. */
export function useEntry() {
  const entry = useRef<HTMLDivElement>(null);
  const focusField = (fieldId: string) =>
    entry.current?.querySelector<HTMLInputElement>(`[data-field="${CSS.escape(fieldId)}"]`)?.focus();
  const focusFirst = () => entry.current && firstEmpty(entry.current)?.focus();
  return { entry, focusField, focusFirst };
}
