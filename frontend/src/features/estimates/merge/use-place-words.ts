'use client';

import { cornerLabel, wallLabel } from '@smet/estimating';
import type { EstimateResult } from '@smet/estimating';
import { useTranslations } from 'next-intl';
import { cornersOf } from '../model/room-corners';
import type { Place } from '../model/three-way';
import type { EstimateForm, EstimateView } from '../model/types';

interface Known {
  form: EstimateForm;
  estimate: EstimateView;
}

/** The line of that key by its name, in whichever variant it is. */
function lineName(results: EstimateView['results'], key: string): string {
  const lines = results.flatMap(({ result }: { result: EstimateResult }) => result.lines);
  return lines.find((line) => line.key === key)?.name ?? key.slice(key.indexOf(':') + 1);
}

/** Which of several a place is: the letters of a wall, the name of a line. */
function nameAt({ of, id, field, at }: Place, { form, estimate }: Known): string {
  if (at === undefined) return '';
  const room = of === 'room' ? form.rooms.find((known) => known.id === id) : undefined;
  const corners = room ? cornersOf(room) : 0;
  if (field === 'side' || field === 'arc' || field === 'profile') return wallLabel(Number(at), corners);
  if (field === 'angle') return cornerLabel(Number(at));
  if (field === 'diagonal') {
    return String(at)
      .split(' ')
      .map((corner) => cornerLabel(Number(corner)))
      .join('');
  }
  if (field === 'override' || field === 'line' || field === 'lineDiscount')
    return lineName(estimate.results, String(at));
  if (field === 'categoryDiscount') return estimate.categories.find((known) => known.id === at)?.name ?? String(at);
  if (field === 'substitute') return estimate.priceBook.find(({ code }) => code === at)?.name ?? String(at);
  return String(at);
}

/** A place of the estimate in words: "Комната «Зал»: стена AB, см". */
export function usePlaceWords(known: Known): (place: Place) => string {
  const t = useTranslations('estimates.merge');
  return (place) => {
    const index = known.form.variants.findIndex(({ id }) => id === place.id);
    const owner = place.of === 'estimate' ? t('estimate') : t(place.of, { name: place.name || String(index + 1) });
    return `${owner}: ${t(`fields.${place.field}`, { at: nameAt(place, known) })}`;
  };
}
