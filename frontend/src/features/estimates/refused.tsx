'use client';

import type { InvalidParam } from '@smet/api-client';
import { cornerLabel, wallLabel } from '@smet/estimating';
import { useTranslations } from 'next-intl';
import { cornersOf } from './model/room-corners';
import type { EstimateForm, RoomForm } from './model/types';
import { placeOfRefusal } from './rooms/refusal-place';
import type { RefusalField } from './rooms/refusal-place';
import { useProblemWords } from './rooms/use-problem-words';
import classes from './editor.module.css';

interface RefusedProps {
  form: EstimateForm;
  params: readonly InvalidParam[];
  onOpenRoom: (roomId: string) => void;
}

/** The letters of what a field is about: a wall, a corner, a diagonal. */
function lettersOf(
  room: RoomForm | undefined,
  { field, index }: { field: RefusalField; index: number | null },
): string {
  if (!room || index === null) return '';
  if (field === 'wall') return wallLabel(index, cornersOf(room));
  if (field === 'angle') return cornerLabel(room.angles[index]?.corner ?? index);
  if (field === 'arc') return wallLabel(room.arcs[index]?.side ?? index, cornersOf(room));
  const diagonal = field === 'diagonal' ? room.diagonals[index] : undefined;
  return diagonal ? [diagonal.from, diagonal.to].map(cornerLabel).join('') : String(index + 1);
}

/** Everything the server refused: which room and which field it is about, and why, in words. */
export function Refused({ form, params, onOpenRoom }: RefusedProps) {
  const t = useTranslations('estimates.refused');
  const notices = useTranslations('estimates.notices');
  const words = useProblemWords();
  if (params.length === 0) return null;
  return (
    <ul className={classes.problems}>
      {params.map(({ path, code, params: values }) => {
        const place = placeOfRefusal(path);
        const room = place.roomIndex === null ? undefined : form.rooms[place.roomIndex];
        return (
          <li key={`${path} ${code}`}>
            {room && `«${room.name}», `}
            {t(place.field, { letters: lettersOf(room, place) })}: {words({ code, params: values ?? {} })}{' '}
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
