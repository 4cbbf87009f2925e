'use client';

import type { ManualLine, ProfileKind, QuantityOverride, RuleSet } from '@smet/estimating';
import { useTranslations } from 'next-intl';
import { formatDecimal } from '../../../shared/formatting';
import { filmTitle } from '../canvas/film-words';
import type { Conflict } from '../model/three-way';
import type { CoefficientField, RoomForm, StageField } from '../model/types';

/** One of two values that do not go together, as a person reads it. */
export function useValueWords({ films }: RuleSet): (conflict: Conflict, value: unknown) => string {
  const t = useTranslations('estimates.merge');
  const profiles = useTranslations('plan.profiles');
  return ({ place: { field } }, value) => {
    if (value === undefined || value === null) return t(field === 'schedule' ? 'byOrganization' : 'removed');
    switch (field) {
      case 'override':
      case 'line':
        return formatDecimal((value as QuantityOverride | ManualLine).quantity);
      case 'shape':
        return (value as Pick<RoomForm, 'sides'>).sides.join(' × ');
      case 'coefficient': {
        const { name, text } = value as CoefficientField;
        return `${name} ${text} %`;
      }
      case 'schedule':
        return (value as StageField[]).map(({ text }) => `${text} %`).join(' + ');
      case 'film':
        return filmTitle(films, value as string);
      case 'variantProfile':
        return profiles(value as ProfileKind);
      default:
        return wordsOf(value, { empty: t('empty'), changed: t('changed') });
    }
  };
}

/** A text as it is; of a thing with a text or a name that, of anything else only that it was changed. */
function wordsOf(value: unknown, { empty, changed }: { empty: string; changed: string }): string {
  if (typeof value === 'string') return value.trim() || empty;
  if (typeof value === 'number') return String(value);
  const { text, name } = value as { text?: unknown; name?: unknown };
  if (typeof text === 'string') return text;
  return typeof name === 'string' ? name : changed;
}
