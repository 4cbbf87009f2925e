'use client';

import { cornersLabel, cornerLabel, wallLabel } from '@smet/estimating';
import type { BuiltRoom } from '@smet/estimating';
import { useTranslations } from 'next-intl';
import { formatCentimetres } from '../../../shared/formatting';
import type { RoomForm } from '../model/types';
import { handleOf, thingClearances } from '../plan/things';
import type { Selected } from './selected';

interface SpokenInput {
  room: RoomForm;
  built: BuiltRoom | null;
  selected: Selected | null;
  nameOf: (id: string) => string;
}

/** The selected thing in words, with how far it is from the walls: for those who do not see the drawing. */
export function useSpoken({ room, built, selected, nameOf }: SpokenInput): string {
  const t = useTranslations('plan.drawing');
  if (!selected) return '';
  const corners = room.kind === 'rectangle' ? 4 : room.sides.length;
  if (selected.kind === 'corner') return t('corner', { name: cornerLabel(selected.index) });
  if (selected.kind === 'side') return t('side', { name: wallLabel(selected.index, corners) });
  if (selected.kind === 'diagonal') {
    const diagonal = room.diagonals[selected.index];
    return diagonal ? t('diagonal', { name: cornersLabel([diagonal.from, diagonal.to]) }) : '';
  }
  if (!('id' in selected)) return '';
  const handle = handleOf(selected);
  const distances = built && handle ? thingClearances(room, built, handle) : [];
  const words = distances.map(({ wall, mm }) =>
    t('toWall', { wall: wallLabel(wall, corners), length: formatCentimetres(Math.round(mm)) }),
  );
  return [nameOf(selected.id), ...words].join(', ');
}
