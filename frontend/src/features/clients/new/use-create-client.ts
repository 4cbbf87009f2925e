'use client';

import type { CreateClient } from '@smet/api-client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../../shared/api/client';
import { unwrap } from '../../../shared/api/problems';
import { queryKeys } from '../../../shared/api/query-keys';

/** One key per opened form: a repeated send after a lost answer makes one client, not two. */
export function useCreateClient() {
  const queries = useQueryClient();
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  return useMutation({
    mutationFn: (body: CreateClient) =>
      unwrap(api.POST('/api/v1/clients', { params: { header: { 'Idempotency-Key': idempotencyKey } }, body })),
    // Not waited for: the person goes on to the page of the new client.
    onSuccess: () => void queries.invalidateQueries({ queryKey: queryKeys.clients.all }),
  });
}
