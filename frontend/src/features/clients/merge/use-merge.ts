'use client';

import type { Client } from '@smet/api-client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { api } from '../../../shared/api/client';
import { unwrap } from '../../../shared/api/problems';
import { queryKeys } from '../../../shared/api/query-keys';
import { offerUndo } from '../../../shared/ui/offer-undo';
import { mergesQuery } from '../queries';
import type { Choices } from './merge-rows';

/** Everything may have moved from one client to another. */
function useReadAgain() {
  const queries = useQueryClient();
  return () =>
    Promise.all([
      queries.invalidateQueries({ queryKey: queryKeys.clients.all }),
      queries.invalidateQueries({ queryKey: queryKeys.orders.all }),
    ]);
}

/** Parts two clients again; answers the one that stands for itself again. */
export function usePartClients() {
  const readAgain = useReadAgain();
  return useMutation({
    mutationFn: (mergeId: string) =>
      unwrap(api.POST('/api/v1/client-merges/{id}/undo', { params: { path: { id: mergeId } } })),
    onSettled: readAgain,
  });
}

interface MergeInput {
  mine: Client;
  theirs: Client;
  choices: Choices;
}

/** Makes `theirs` a part of `mine`, with a way back at hand for a few seconds and in the list of merges for ever. */
export function useMergeClients() {
  const t = useTranslations('client.merge');
  const queries = useQueryClient();
  const readAgain = useReadAgain();
  const part = usePartClients();
  return useMutation({
    mutationFn: ({ mine, theirs, choices }: MergeInput) =>
      unwrap(
        api.POST('/api/v1/clients/{id}/merge', {
          params: { path: { id: mine.id } },
          body: { version: mine.version, otherId: theirs.id, otherVersion: theirs.version, fields: choices },
        }),
      ),
    onSuccess: async (merged, { theirs }) => {
      queries.setQueryData(queryKeys.clients.detail(merged.id), merged);
      const [newest] = await queries.fetchQuery({ ...mergesQuery(api, merged.id), staleTime: 0 });
      if (newest?.other.id === theirs.id) offerUndo(t('done', { name: theirs.name }), () => part.mutate(newest.id));
    },
    onSettled: readAgain,
  });
}
