'use client';

import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import type { Selected } from '../drawing/selected';
import type { RoomForm } from '../model/types';
import { useThingNames } from './names';
import panels from '../panel.module.css';
import classes from './plan.module.css';

interface HiddenColumnsProps {
  room: RoomForm;
  selected: Selected | null;
  onSelect: (selected: Selected | null) => void;
}

/** A room that does not stand shows no columns, and one of them may be why: here they can be reached all the same. */
export function HiddenColumns({ room, selected, onSelect }: HiddenColumnsProps) {
  const t = useTranslations('plan.panel');
  const names = useThingNames(room);
  if (room.cutouts.length === 0) return null;
  return (
    <section className={panels.section}>
      <h3 className={panels.title}>{t('hiddenColumns')}</h3>
      <div className={classes.pair}>
        {room.cutouts.map(({ id }) => (
          <Button
            key={id}
            size="compact-md"
            variant={selected?.kind === 'cutout' && selected.id === id ? 'light' : 'default'}
            onClick={() => onSelect({ kind: 'cutout', id })}
          >
            {names.get(id)}
          </Button>
        ))}
      </div>
    </section>
  );
}
