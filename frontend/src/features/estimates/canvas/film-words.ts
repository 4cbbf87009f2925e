'use client';

import type { Canvas, CanvasOptions } from '@smet/estimating';
import { cornerLabel } from '@smet/estimating';
import { useTranslations } from 'next-intl';
import { formatDecimal, formatFixed } from '../../../shared/formatting';

/** Names of films; one that has no name yet is called by its key. */
export function useFilmName(): (key: string) => string {
  const t = useTranslations('plan.films');
  return (key) => {
    const known = key as 'pvc-matte';
    return t.has(known) ? t(known) : key;
  };
}

const wallName = (wall: number, corners: number): string => cornerLabel(wall) + cornerLabel((wall + 1) % corners);

/** A canvas in a line: what it is cut from, which way, with how many seams. */
export function useCanvasWords(corners: number): (canvas: Canvas, options: CanvasOptions) => string {
  const t = useTranslations('plan.canvas');
  const nameOf = useFilmName();
  return ({ film, rollM, seamsM, seamLengthM }, { direction }) => {
    const way = direction
      ? t(direction.turnDeg === 0 ? 'alongWall' : 'acrossWall', { wall: wallName(direction.wall, corners) })
      : null;
    const seams =
      seamsM.length === 0
        ? t('seamless')
        : t('seamsTogether', { count: seamsM.length, length: formatFixed(seamLengthM, 2) });
    return [nameOf(film.key), t('rollOf', { roll: formatDecimal(rollM) }), way, seams].filter(Boolean).join(', ');
  };
}
