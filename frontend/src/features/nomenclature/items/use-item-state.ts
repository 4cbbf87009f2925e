'use client';

import type { Item } from '@smet/api-client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../../shared/api/client';
import { unwrap } from '../../../shared/api/problems';
import { queryKeys } from '../../../shared/api/query-keys';

/** Takes an item out of use or back into it. */
export function useItemState({ id, version }: Item) {
  const queries = useQueryClient();
  const call = { params: { path: { id } }, body: { version } };
  return useMutation({
    mutationFn: (step: 'archive' | 'restore') =>
      step === 'archive'
        ? unwrap(api.POST('/api/v1/items/{id}/archive', call))
        : unwrap(api.POST('/api/v1/items/{id}/restore', call)),
    onSuccess: (item) => queries.setQueryData(queryKeys.nomenclature.item(id), item),
    onSettled: () => queries.invalidateQueries({ queryKey: queryKeys.nomenclature.all }),
  });
}
