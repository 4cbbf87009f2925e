'use client';

import type { ClientRow, CustomField } from '@smet/api-client';
import { useTranslations } from 'next-intl';
import { formatDecimal } from '../../shared/formatting';

export type FieldValue = ClientRow['fields'][string];

/** `2026-11-05` as `05.11.2026`: a day without a time, the same in every time zone. */
const dayWords = (day: string): string => day.split('-').toReversed().join('.');

/** Values of own fields as people read them, with their unit. */
export function useFieldWords() {
  const t = useTranslations('clients.conditions');
  const of = ({ type, unit }: CustomField, value: FieldValue): string => {
    if (typeof value === 'boolean') return t(value ? 'yes' : 'no');
    if (type === 'date') return dayWords(String(value));
    const text = typeof value === 'number' ? formatDecimal(String(value)) : value;
    return unit ? `${text}\u00a0${unit}` : text;
  };
  return {
    of,
    /** As it stands in an address. */
    ofText: (field: CustomField, text: string): string =>
      of(field, field.type === 'boolean' ? text === 'true' : field.type === 'number' ? Number(text) : text),
    range: (from: string, to: string): string =>
      from && to ? t('between', { from, to }) : from ? t('since', { from }) : t('until', { to }),
  };
}
