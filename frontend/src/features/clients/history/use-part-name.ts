'use client';

import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { api } from '../../../shared/api/client';
import type { ClientChange } from '../card/client-parts';
import { clientFieldsQuery } from '../queries';

/** What a part of a client is called; own fields by their names. */
export function usePartName(): (change: ClientChange) => string {
  const t = useTranslations('client.parts');
  const fields = useQuery(clientFieldsQuery(api));
  return (change) =>
    change.part === 'fields'
      ? (fields.data?.find(({ key }) => key === change.key)?.name ?? change.key)
      : t(change.part);
}
