'use client';

import type { Client, ClientRow } from '@smet/api-client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { api } from '../../shared/api/client';
import { unwrap } from '../../shared/api/problems';
import { queryKeys } from '../../shared/api/query-keys';
import { offerUndo } from '../../shared/ui/offer-undo';

const restore = (id: string, version: number): Promise<Client> =>
  unwrap(api.POST('/api/v1/clients/{id}/restore', { params: { path: { id } }, body: { version } }));

/** Out of the trash. */
export function useRestoreClient() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ id, version }: ClientRow) => restore(id, version),
    onSuccess: (client) => queries.setQueryData(queryKeys.clients.detail(client.id), client),
    // A refusal means that somebody was faster: what is true now is shown.
    onSettled: () => queries.invalidateQueries({ queryKey: queryKeys.clients.all }),
  });
}

/** Into the trash, with a way back for a few seconds. */
export function useDeleteClient() {
  const t = useTranslations('clients');
  const queries = useQueryClient();
  const again = useRestoreClient();
  return useMutation({
    mutationFn: ({ id, version }: ClientRow) =>
      unwrap(api.DELETE('/api/v1/clients/{id}', { params: { path: { id }, query: { version } } })),
    onSuccess: (_nothing, client) => {
      const { mutate } = again;
      offerUndo(t('deleted', { name: client.name }), () => mutate({ ...client, version: client.version + 1 }));
    },
    onSettled: () => queries.invalidateQueries({ queryKey: queryKeys.clients.all }),
  });
}
