'use client';

import type { CreatedLink, CreateLink, ProposalLinks } from '@smet/api-client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '../../../shared/api/client';
import { unwrap } from '../../../shared/api/problems';
import { queryKeys } from '../../../shared/api/query-keys';

/** A letter leaves within seconds, and says nothing when it does. */
const LETTER_MS = 4_000;

/** Links of an estimate; live changes of the estimate read them again, and so does a letter that is on its way. */
export function useLinks(estimateId: string, enabled: boolean) {
  return useQuery<ProposalLinks>({
    queryKey: queryKeys.estimates.links(estimateId),
    queryFn: () => unwrap(api.GET('/api/v1/estimates/{id}/links', { params: { path: { id: estimateId } } })),
    enabled,
    refetchInterval: ({ state }) =>
      state.data?.items.some(({ letter }) => letter?.state === 'waiting') ? LETTER_MS : false,
  });
}

export function useCreateLink(estimateId: string) {
  const queries = useQueryClient();
  return useMutation<CreatedLink, Error, CreateLink>({
    mutationFn: (body) =>
      unwrap(api.POST('/api/v1/estimates/{id}/links', { params: { path: { id: estimateId } }, body })),
    onSuccess: () => queries.invalidateQueries({ queryKey: queryKeys.estimates.links(estimateId) }),
  });
}

export function useSendLinkAgain(estimateId: string) {
  const queries = useQueryClient();
  return useMutation<void, Error, string>({
    mutationFn: async (id) => {
      await unwrap(api.POST('/api/v1/links/{id}/letter', { params: { path: { id } } }));
    },
    // Refused because it has left meanwhile: what is shown is old.
    onSettled: () => queries.invalidateQueries({ queryKey: queryKeys.estimates.links(estimateId) }),
  });
}

export function useRevokeLink(estimateId: string) {
  const queries = useQueryClient();
  return useMutation<void, Error, string>({
    mutationFn: async (id) => {
      await unwrap(api.DELETE('/api/v1/links/{id}', { params: { path: { id } } }));
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: queryKeys.estimates.links(estimateId) }),
  });
}
