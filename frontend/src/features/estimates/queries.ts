import type { ApiClient, Item } from '@smet/api-client';
import { queryOptions } from '@tanstack/react-query';
import { unwrap } from '../../shared/api/problems';
import { queryKeys } from '../../shared/api/query-keys';
import { estimateApi, templateApi } from './estimate-api';
import type { EstimateView } from './model/types';

export function estimateQuery(api: ApiClient, id: string) {
  return queryOptions<EstimateView>({
    queryKey: queryKeys.estimates.detail(id),
    queryFn: () => estimateApi(api, id).get(),
  });
}

/** A version as it was: issued ones never change. */
export function estimateVersionQuery(api: ApiClient, id: string, number: number) {
  return queryOptions<EstimateView>({
    queryKey: queryKeys.estimates.version(id, number),
    queryFn: () => estimateApi(api, id).version(number),
  });
}

/** What recalculation would use now. */
export function freshPricesQuery(api: ApiClient, id: string) {
  return queryOptions({
    queryKey: queryKeys.estimates.freshPrices(id),
    queryFn: () => estimateApi(api, id).freshPrices(),
  });
}

export function templatesQuery(api: ApiClient) {
  return queryOptions({ queryKey: queryKeys.estimateTemplates, queryFn: () => templateApi(api).list() });
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
