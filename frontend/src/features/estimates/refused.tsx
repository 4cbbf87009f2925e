'use client';

import { cornerLabel, wallLabel } from '@smet/estimating';
import { useTranslations } from 'next-intl';
import { cornersOf } from './model/room-corners';
import type { Refusal } from './model/refusals';
import type { RoomForm } from './model/types';
import { placeOfRefusal } from './rooms/refusal-place';
import type { RefusalField } from './rooms/refusal-place';
import { useProblemWords } from './rooms/use-problem-words';
import classes from './editor.module.css';

interface RefusedProps {
  refusals: readonly Refusal[];
  onOpenRoom: (roomId: string) => void;
}

/** The letters of what a field is about: a wall, a corner, a diagonal. */
function lettersOf(room: RoomForm | null, { field, index }: { field: RefusalField; index: number | null }): string {
  if (!room || index === null) return '';
  if (field === 'wall') return wallLabel(index, cornersOf(room));
  if (field === 'angle') return cornerLabel(room.angles[index]?.corner ?? index);
  if (field === 'arc') return wallLabel(room.arcs[index]?.side ?? index, cornersOf(room));
  const diagonal = field === 'diagonal' ? room.diagonals[index] : undefined;
  return diagonal ? [diagonal.from, diagonal.to].map(cornerLabel).join('') : String(index + 1);
}

/** Everything the server refused: which room and which field it is about, and why, in words. */
export function Refused({ refusals, onOpenRoom }: RefusedProps) {
  const t = useTranslations('estimates.refused');
  const notices = useTranslations('estimates.notices');
  const words = useProblemWords();
  if (refusals.length === 0) return null;
  return (
    <ul className={classes.problems}>
      {refusals.map(({ path, code, params, room, variant }) => {
        const place = placeOfRefusal(path);
        return (
          <li key={`${path} ${code}`}>
            {(room ?? variant) && `«${(room ?? variant)?.name ?? ''}», `}
            {t(place.field, { letters: lettersOf(room, place) })}: {words({ code, params: params ?? {} })}{' '}
            {room && (
              <button type="button" className={classes.link} onClick={() => onOpenRoom(room.id)}>
                {notices('openRoom')}
              </button>
            )}
          </li>
        );
      })}
    </ul>
  );
}
