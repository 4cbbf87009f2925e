'use client';

import type { CreatedLink, CreateLink, ProposalLinks } from '@smet/api-client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '../../../shared/api/client';
import { unwrap } from '../../../shared/api/problems';
import { queryKeys } from '../../../shared/api/query-keys';

/** Links of an estimate; live changes of the estimate read them again. */
export function useLinks(estimateId: string, enabled: boolean) {
  return useQuery<ProposalLinks>({
    queryKey: queryKeys.estimates.links(estimateId),
    queryFn: () => unwrap(api.GET('/api/v1/estimates/{id}/links', { params: { path: { id: estimateId } } })),
    enabled,
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

export function useRevokeLink(estimateId: string) {
  const queries = useQueryClient();
  return useMutation<void, Error, string>({
    mutationFn: async (id) => {
      await unwrap(api.DELETE('/api/v1/links/{id}', { params: { path: { id } } }));
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: queryKeys.estimates.links(estimateId) }),
  });
}
