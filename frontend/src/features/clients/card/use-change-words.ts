'use client';

import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { api } from '../../../shared/api/client';
import { formatPhone } from '../../../shared/formatting';
import { clientFieldsQuery } from '../queries';
import { useFieldWords } from '../use-field-words';
import type { ClientChange } from './client-parts';

/** The value of a part in one line, for saying what was changed into what. */
export function useChangeWords(): (change: ClientChange) => string {
  const t = useTranslations('client');
  const kinds = useTranslations('clients.kinds');
  const fields = useQuery(clientFieldsQuery(api));
  const fieldWords = useFieldWords();
  return (change) => {
    const list = (parts: readonly string[]) => parts.join(', ') || t('empty');
    switch (change.part) {
      case 'phones':
        return list(change.value.map(({ number }) => formatPhone(number)));
      case 'addresses':
        return list(change.value.map(({ text }) => text));
      case 'emails':
        return list(change.value);
      case 'tags':
      case 'contacts':
        return list(change.value.map(({ name }) => name));
      case 'responsible':
        return change.value?.name ?? t('nobody');
      case 'kind':
        return kinds(change.value);
      case 'fields': {
        const field = fields.data?.find(({ key }) => key === change.key);
        if (change.value === null) return t('empty');
        return field ? fieldWords.of(field, change.value) : String(change.value);
      }
      default:
        return change.value ?? t('empty');
    }
  };
}
