'use client';

import type { Import, MapImport } from '@smet/api-client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../shared/api/client';
import { unwrap } from '../../shared/api/problems';
import { queryKeys } from '../../shared/api/query-keys';

type Step = { step: 'map'; body: Omit<MapImport, 'version'> } | { step: 'apply' } | { step: 'undo' } | { step: 'stop' };

function send({ id, version }: Import, asked: Step): Promise<Import> {
  const params = { path: { id } };
  if (asked.step === 'map') {
    return unwrap(api.PUT('/api/v1/imports/{id}/mapping', { params, body: { ...asked.body, version } }));
  }
  if (asked.step === 'apply') return unwrap(api.POST('/api/v1/imports/{id}/apply', { params, body: { version } }));
  if (asked.step === 'undo') return unwrap(api.POST('/api/v1/imports/{id}/undo', { params, body: { version } }));
  return unwrap(api.POST('/api/v1/imports/{id}/stop', { params }));
}

/** Steps of one import. Refused or not, what is on the screen afterwards is what the server says. */
export function useImportSteps(record: Import) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (asked: Step) => send(record, asked),
    onSuccess: (moved) => queries.setQueryData(queryKeys.imports.detail(record.id), moved),
    onSettled: () => queries.invalidateQueries({ queryKey: queryKeys.imports.all }),
  });
}

export type ImportSteps = ReturnType<typeof useImportSteps>;
