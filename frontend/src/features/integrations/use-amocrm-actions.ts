'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../shared/api/client';
import { unwrap } from '../../shared/api/problems';
import { queryKeys } from '../../shared/api/query-keys';

export interface ConnectionInput {
  baseUrl: string;
  token?: string;
}

/** A test changes nothing: it only asks the account who it is. */
export function useTestConnection() {
  return useMutation({
    mutationFn: (input: ConnectionInput) => unwrap(api.POST('/api/v1/integrations/amocrm/test', { body: input })),
  });
}

function useRefreshed() {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: queryKeys.integrations.all });
}

export function useSaveConnection() {
  const refresh = useRefreshed();
  return useMutation({
    mutationFn: (input: ConnectionInput & { version?: number }) =>
      unwrap(api.PUT('/api/v1/integrations/amocrm', { body: input })),
    onSettled: refresh,
  });
}

export function usePauseOrResume() {
  const refresh = useRefreshed();
  return useMutation({
    mutationFn: (action: 'pause' | 'resume') => unwrap(api.POST(`/api/v1/integrations/amocrm/${action}`)),
    onSettled: refresh,
  });
}

export function useRetryOrder() {
  const refresh = useRefreshed();
  return useMutation({
    mutationFn: (orderId: string) =>
      unwrap(api.POST('/api/v1/integrations/amocrm/orders/{orderId}/retry', { params: { path: { orderId } } })),
    onSettled: refresh,
  });
}
