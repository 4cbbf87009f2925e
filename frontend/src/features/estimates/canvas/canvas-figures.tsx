'use client';

import type { Canvas } from '@smet/estimating';
import { fromDouble, roundHalfUp, sumDecimals } from '@smet/money';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { formatDecimal, formatFixed } from '../../../shared/formatting';
import classes from './canvas.module.css';

/** What is cut from the roll: sheets, film, what is left over, seams. */
export function CanvasFigures({ canvas }: { canvas: Canvas }) {
  const t = useTranslations('plan.canvas');
  const { film, rollM, strips, sheetLengthsM, harpoonM, seamsM, seamLengthM } = canvas;
  const area = (value: string) => t('squareMetres', { area: formatFixed(value, 2) });
  const metres = (value: number) => t('metres', { length: formatFixed(value, 2) });
  const filmM2 = shownArea(canvas.filmM2);
  const cutPieceM2 = shownArea(canvas.cutPieceM2);
  // What a person gets who subtracts the figures above it.
  const offcutM2 = sumDecimals([filmM2, `-${cutPieceM2}`]);
  const percent = canvas.filmM2 > 0 ? Math.round((Number(offcutM2) / canvas.filmM2) * 100) : 0;
  return (
    <dl className={classes.figures}>
      <Figure name={t('figures.film')}>
        {film.title}, {t('rollOf', { roll: formatDecimal(rollM) })}
      </Figure>
      <Figure name={t('figures.sheets', { count: strips })}>
        {sheetLengthsM.map((length, index) => (
          <span key={index} className={classes.line}>
            {t('sheet', { width: formatFixed(rollM, 2), length: formatFixed(length, 2) })}
          </span>
        ))}
      </Figure>
      <Figure name={t('figures.shrink')}>
        {t('shrink', { across: coefficient(canvas.shrink), along: coefficient(canvas.shrinkAlong) })}
      </Figure>
      <Figure name={t('figures.filmArea')}>{area(filmM2)}</Figure>
      <Figure name={t('figures.cutPiece')}>{area(cutPieceM2)}</Figure>
      <Figure name={t('figures.offcut')}>
        {area(offcutM2)} · {t('percent', { percent })}
      </Figure>
      {harpoonM > 0 && <Figure name={t('figures.harpoon')}>{metres(harpoonM)}</Figure>}
      <Figure name={t('figures.seams', { count: seamsM.length })}>
        {seamsM.length === 0
          ? t('seamless')
          : seamsM.map((length, index) => (
              <span key={index} className={classes.line}>
                {metres(length)}
              </span>
            ))}
        {seamsM.length > 1 && <span className={classes.line}>{t('together', { length: metres(seamLengthM) })}</span>}
      </Figure>
    </dl>
  );
}

const shownArea = (squareMetres: number): string => roundHalfUp(fromDouble(squareMetres), '0.01');

/** 0.93 as "0,93"; three digits at most. */
const coefficient = (value: number): string => formatDecimal(value.toFixed(3));

function Figure({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className={classes.figure}>
      <dt>{name}</dt>
      <dd className="tabular">{children}</dd>
    </div>
  );
}
