'use client';

import type { Item, ItemPage, UpdateItem } from '@smet/api-client';
import { useQueryClient } from '@tanstack/react-query';
import type { InfiniteData } from '@tanstack/react-query';
import { useCallback } from 'react';
import { api } from '../../../shared/api/client';
import { ApiProblem, unwrap } from '../../../shared/api/problems';
import { queryKeys } from '../../../shared/api/query-keys';
import { StaleCell } from '../cells/stale-cell';

export type ItemChange = Omit<UpdateItem, 'version'>;

const STALE = 'ITEM.CHANGED';

export const patchItem = ({ id, version }: Pick<Item, 'id' | 'version'>, change: ItemChange): Promise<Item> =>
  unwrap(api.PATCH('/api/v1/items/{id}', { params: { path: { id } }, body: { version, ...change } }));

export const readItem = (id: string): Promise<Item> =>
  unwrap(api.GET('/api/v1/items/{id}', { params: { path: { id } } }));

export const isStale = (error: unknown): boolean => error instanceof ApiProblem && error.code === STALE;

/** Puts what the server answered where the lists and the drawer read it. */
export function useKeepItem(): (item: Item) => void {
  const queries = useQueryClient();
  return useCallback(
    (item) => {
      const replace = (page: ItemPage) => ({
        ...page,
        items: page.items.map((one) => (one.id === item.id ? item : one)),
      });
      queries.setQueriesData<InfiniteData<ItemPage>>(
        { queryKey: queryKeys.nomenclature.allItems },
        (known) => known && { ...known, pages: known.pages.map(replace) },
      );
      queries.setQueryData(queryKeys.nomenclature.item(item.id), item);
    },
    [queries],
  );
}

/** Writes one field of an item. What somebody else did to its other fields does not stand in the way. */
export function useSaveItemField() {
  const keep = useKeepItem();
  return useCallback(
    async (item: Item, field: 'name' | 'unit', value: string) => {
      const write = async (seen: Item) => keep(await patchItem(seen, { [field]: value }));
      try {
        await write(item);
      } catch (error) {
        if (!isStale(error)) throw error;
        const fresh = await readItem(item.id);
        keep(fresh);
        if (fresh[field] !== item[field]) throw new StaleCell(fresh[field], () => write(fresh));
        await write(fresh);
      }
    },
    [keep],
  );
}
