'use client';

import { Button } from '@mantine/core';
import type { BuiltRoom } from '@smet/estimating';
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import type { Selected } from '../drawing/selected';
import type { RoomForm } from '../model/types';
import { useThingNames } from './names';
import { astrayIn } from './things';
import panels from '../panel.module.css';
import classes from './plan.module.css';

interface OutsideThingsProps {
  room: RoomForm;
  built: BuiltRoom;
  selected: Selected | null;
  onSelect: (selected: Selected | null) => void;
}

/** Things that lie outside of the room are in the estimate all the same: they are told, and reached from here. */
export function OutsideThings({ room, built, selected, onSelect }: OutsideThingsProps) {
  const t = useTranslations('plan.panel');
  const names = useThingNames(room);
  const outside = useMemo(() => astrayIn(room, built), [room, built]);
  if (outside.size === 0) return null;
  const columns = new Set(room.cutouts.map(({ id }) => id));
  return (
    <section className={panels.section}>
      <h3 className={panels.title}>{t('outside')}</h3>
      <p className={classes.warning}>{t('outsideText')}</p>
      <div className={classes.pair}>
        {[...outside].map((id) => (
          <Button
            key={id}
            size="compact-md"
            variant={selected && 'id' in selected && selected.id === id ? 'light' : 'default'}
            onClick={() => onSelect({ kind: columns.has(id) ? 'cutout' : 'object', id })}
          >
            {names.get(id)}
          </Button>
        ))}
      </div>
    </section>
  );
}
