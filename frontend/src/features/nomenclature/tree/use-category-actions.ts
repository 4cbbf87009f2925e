'use client';

import type { CategoryNode } from '@smet/api-client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { api } from '../../../shared/api/client';
import { unwrap } from '../../../shared/api/problems';
import { queryKeys } from '../../../shared/api/query-keys';
import { offerUndo } from '../offer-undo';
import { placeOf } from './tree';
import type { Place } from './tree';

export type CategoryChange =
  | { kind: 'create'; name: string; parentId: string | null }
  | { kind: 'rename'; category: CategoryNode; name: string }
  | { kind: 'move'; category: CategoryNode; place: Place }
  | { kind: 'remove'; category: CategoryNode };

async function send(change: CategoryChange): Promise<CategoryNode | null> {
  if (change.kind === 'create') {
    const { name, parentId } = change;
    return unwrap(api.POST('/api/v1/categories', { body: { name, parentId } }));
  }
  const { id, version } = change.category;
  const path = { id };
  if (change.kind === 'remove') {
    await unwrap(api.DELETE('/api/v1/categories/{id}', { params: { path, query: { version } } }));
    return null;
  }
  const body = change.kind === 'rename' ? { version, name: change.name } : { version, ...change.place };
  return unwrap(api.PATCH('/api/v1/categories/{id}', { params: { path }, body }));
}

/** Changes of the tree. A move can be taken back while its message stands. */
export function useCategoryActions(categories: readonly CategoryNode[]) {
  const t = useTranslations('nomenclature.tree');
  const queries = useQueryClient();
  const mutation = useMutation({
    mutationFn: send,
    onSettled: () => queries.invalidateQueries({ queryKey: queryKeys.nomenclature.all }),
  });
  const move = (category: CategoryNode, place: Place) => {
    const back = placeOf(categories, category.id);
    if (back.parentId === place.parentId && back.beforeId === place.beforeId) return;
    mutation.mutate(
      { kind: 'move', category, place },
      {
        onSuccess: (moved) =>
          moved &&
          offerUndo(t('moved', { name: category.name }), () =>
            mutation.mutate({ kind: 'move', category: moved, place: back }),
          ),
      },
    );
  };
  return { mutation, move };
}
