'use client';

import { IconBulb, IconLamp } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { lampsOnPlan, parseCount } from '../model/room-form';
import type { CountField } from '../model/room-form';
import type { RoomForm } from '../model/types';
import classes from '../room-pane.module.css';

const LAMPS = [
  { field: 'spotlights', icon: IconBulb },
  { field: 'chandeliers', icon: IconLamp },
] as const satisfies readonly { field: CountField; icon: typeof IconBulb }[];

/** Lamps that are counted but have no place on the drawing yet. */
export function RoomLegend({ room }: { room: RoomForm }) {
  const t = useTranslations('estimates.drawing');
  const unplaced = LAMPS.map(({ field, icon }) => ({
    field,
    icon,
    count: Math.max(0, (parseCount(room[field]) ?? 0) - lampsOnPlan(room.plan, field)),
  })).filter(({ count }) => count > 0);
  if (unplaced.length === 0) return null;
  return (
    <div className={classes.legend}>
      {unplaced.map(({ field, icon: Icon, count }) => (
        <span key={field}>
          <Icon size={15} aria-hidden /> {t(field, { count })}
        </span>
      ))}
      <span>{t('notPlaced')}</span>
    </div>
  );
}
