'use client';

import type { Client, GrantConsent } from '@smet/api-client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../../shared/api/client';
import { unwrap } from '../../../shared/api/problems';
import { queryKeys } from '../../../shared/api/query-keys';

function useShow(clientId: string) {
  const queries = useQueryClient();
  return (client: Client) => {
    queries.setQueryData(queryKeys.clients.detail(clientId), client);
    return queries.invalidateQueries({ queryKey: queryKeys.clients.histories });
  };
}

/** One key per opened form: a repeated send after a lost answer records one consent, not two. */
export function useGrantConsent(clientId: string) {
  const onSuccess = useShow(clientId);
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  return useMutation({
    mutationFn: (body: GrantConsent) =>
      unwrap(
        api.POST('/api/v1/clients/{id}/consents', {
          params: { path: { id: clientId }, header: { 'Idempotency-Key': idempotencyKey } },
          body,
        }),
      ),
    onSuccess,
  });
}

export function useWithdrawConsent(clientId: string) {
  const onSuccess = useShow(clientId);
  return useMutation({
    mutationFn: (id: string) =>
      unwrap(api.POST('/api/v1/consents/{id}/withdraw', { params: { path: { id } }, body: {} })),
    onSuccess,
  });
}
