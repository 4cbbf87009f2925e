'use client';

import { placeAtDistance, wallLabel } from '@smet/estimating';
import type { BuiltRoom } from '@smet/estimating';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { cornersOf } from '../model/room-corners';
import type { RoomForm } from '../model/types';
import { moveThing, placeOf } from './plan-edits';
import type { Handle, PlacedChange } from './plan-edits';
import { thingClearances } from './things';
import { CentimetreField } from './typed-field';
import classes from './plan.module.css';

interface PlaceFieldsProps {
  room: RoomForm;
  built: BuiltRoom | null;
  handle: Handle;
  readOnly: boolean;
  title: string;
  /** So many of the nearest walls. */
  most?: number;
  hasCoordinates?: boolean;
  onChange: (change: PlacedChange) => boolean;
}

/** Distances of a thing to the walls around it, to be typed exactly; and its place from corner A. */
export function PlaceFields(props: PlaceFieldsProps) {
  const { room, built, handle, readOnly, title, most = 4, hasCoordinates = false, onChange } = props;
  const t = useTranslations('plan.panel');
  const at = placeOf(room, handle);
  const [held, setHeld] = useState<readonly number[] | null>(null);
  if (!at) return null;
  const moveTo = (place: { x: number; y: number }): boolean => {
    const change = moveThing(room, handle, place);
    return change !== null && onChange(change);
  };
  // An arc has no one direction to move along.
  const straight = built ? thingClearances(room, built, handle).filter(({ wall }) => !built.walls[wall]?.arc) : [];
  // The thing moves while a distance is typed, but the fields stay the same ones until they are left.
  const walls = held ?? straight.slice(0, most).map(({ wall }) => wall);
  const corners = cornersOf(room);
  return (
    <>
      {built && walls.length > 0 && (
        <fieldset className={classes.group}>
          <legend className={classes.heading}>{title}</legend>
          <div className={classes.fields}>
            {walls.map((wall) => {
              const known = straight.find((clearance) => clearance.wall === wall);
              return (
                <CentimetreField
                  key={`${handle.id} ${wall}`}
                  label={t('toWall', { name: wallLabel(wall, corners) })}
                  letters={wallLabel(wall, corners)}
                  mm={known ? Math.round(known.mm) : null}
                  unit={t('cm')}
                  readOnly={readOnly}
                  onActive={(active) => setHeld(active ? walls : null)}
                  onCommit={(typed) =>
                    known !== undefined && moveTo(placeAtDistance(built, at, wall, typed + known.reachMm))
                  }
                />
              );
            })}
          </div>
        </fieldset>
      )}
      {hasCoordinates && (
        <fieldset className={classes.group}>
          <legend className={classes.heading}>{t('fromCorner')}</legend>
          <div className={classes.fields}>
            {(['x', 'y'] as const).map((axis) => (
              <CentimetreField
                key={`${handle.id} ${axis}`}
                label={t(axis === 'x' ? 'alongAB' : 'acrossAB')}
                letters={axis === 'x' ? '→' : room.lettered === 'clockwise' ? '↓' : '↑'}
                mm={at[axis]}
                unit={t('cm')}
                readOnly={readOnly}
                onCommit={(typed) => moveTo({ ...at, [axis]: typed })}
              />
            ))}
          </div>
        </fieldset>
      )}
    </>
  );
}
