import type { ApiClient, Item } from '@smet/api-client';
import { queryOptions } from '@tanstack/react-query';
import { unwrap } from '../../shared/api/problems';
import { queryKeys } from '../../shared/api/query-keys';
import type { EstimateView } from './model/types';

export function estimateQuery(api: ApiClient, id: string) {
  return queryOptions<EstimateView>({
    queryKey: queryKeys.estimates.detail(id),
    // The documents inside are those of the estimating library: the server computes them with the same code.
    queryFn: async () =>
      (await unwrap(api.GET('/api/v1/estimates/{id}', { params: { path: { id } } }))) as unknown as EstimateView,
  });
}

const FOUND_ITEMS = 20;

/** Items at the prices this estimate bills, so that a line shows the same sum before and after saving. */
export function itemSearchQuery(api: ApiClient, estimateId: string, query: string) {
  return queryOptions<Item[]>({
    queryKey: queryKeys.items.search(estimateId, query),
    queryFn: async () => {
      const params = { query: { estimateId, limit: FOUND_ITEMS, ...(query && { query }) } };
      return (await unwrap(api.GET('/api/v1/items', { params }))).items;
    },
    staleTime: 5 * 60_000,
  });
}
