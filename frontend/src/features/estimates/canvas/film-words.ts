'use client';

import type { Canvas, CanvasOptions, RuleSet } from '@smet/estimating';
import { cornerLabel } from '@smet/estimating';
import { useTranslations } from 'next-intl';
import { formatDecimal, formatFixed } from '../../../shared/formatting';

/** What the rules of the estimate call a film; one they do not have is called by its key. */
export function filmTitle(films: RuleSet['films'], key: string): string {
  return films.find((film) => film.key === key)?.title ?? key;
}

const wallName = (wall: number, corners: number): string => cornerLabel(wall) + cornerLabel((wall + 1) % corners);

/** A canvas in a line: what it is cut from, which way, with how many seams. */
export function useCanvasWords(corners: number): (canvas: Canvas, options: CanvasOptions) => string {
  const t = useTranslations('plan.canvas');
  return ({ film, rollM, seamsM, seamLengthM }, { direction }) => {
    const way = direction
      ? t(direction.turnDeg === 0 ? 'alongWall' : 'acrossWall', { wall: wallName(direction.wall, corners) })
      : null;
    const seams =
      seamsM.length === 0
        ? t('seamless')
        : t('seamsTogether', { count: seamsM.length, length: formatFixed(seamLengthM, 2) });
    return [film.title, t('rollOf', { roll: formatDecimal(rollM) }), way, seams].filter(Boolean).join(', ');
  };
}
