import type {
  ApiClient,
  CategoryNode,
  CustomField,
  Item,
  ItemPage,
  ItemUsage,
  PriceHistory,
  PriceList,
  PriceTable,
} from '@smet/api-client';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { unwrap } from '../../shared/api/problems';
import { queryKeys } from '../../shared/api/query-keys';
import type { ItemListInput } from './items/list-state';

const PAGE_SIZE = 100;

/** Their tree as it is read from above. */
export function treeQuery(api: ApiClient) {
  return queryOptions<CategoryNode[]>({
    queryKey: queryKeys.nomenclature.tree,
    queryFn: async () => (await unwrap(api.GET('/api/v1/categories'))).items,
  });
}

export function itemsQuery(api: ApiClient, input: ItemListInput) {
  return infiniteQueryOptions({
    queryKey: queryKeys.nomenclature.items(input),
    queryFn: ({ pageParam }): Promise<ItemPage> =>
      unwrap(
        api.GET('/api/v1/items', {
          params: { query: { ...input, limit: PAGE_SIZE, ...(pageParam && { cursor: pageParam }) } },
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
  });
}

export function itemQuery(api: ApiClient, id: string) {
  return queryOptions<Item>({
    queryKey: queryKeys.nomenclature.item(id),
    queryFn: () => unwrap(api.GET('/api/v1/items/{id}', { params: { path: { id } } })),
  });
}

export function itemUsageQuery(api: ApiClient, id: string) {
  return queryOptions<ItemUsage>({
    queryKey: queryKeys.nomenclature.usage(id),
    queryFn: () => unwrap(api.GET('/api/v1/items/{id}/usage', { params: { path: { id } } })),
  });
}

export function itemPricesQuery(api: ApiClient, id: string) {
  return queryOptions<PriceHistory>({
    queryKey: queryKeys.nomenclature.itemPrices(id),
    queryFn: () =>
      unwrap(api.GET('/api/v1/items/{id}/prices', { params: { path: { id }, query: { limit: PAGE_SIZE } } })),
  });
}

/** What an organization keeps of its items beside what everybody does. */
export function itemFieldsQuery(api: ApiClient) {
  return queryOptions<CustomField[]>({
    queryKey: queryKeys.nomenclature.fields,
    queryFn: async () =>
      (await unwrap(api.GET('/api/v1/custom-fields', { params: { query: { subject: 'item' } } }))).items,
  });
}

export function priceListsQuery(api: ApiClient) {
  return queryOptions<PriceList[]>({
    queryKey: queryKeys.nomenclature.priceLists,
    queryFn: async () => (await unwrap(api.GET('/api/v1/price-lists', {}))).items,
  });
}

export interface PriceTableInput {
  listId: string;
  query?: string;
  categoryId?: string;
}

export function priceTableQuery(api: ApiClient, input: PriceTableInput) {
  const { listId: id, ...filters } = input;
  return infiniteQueryOptions({
    queryKey: queryKeys.nomenclature.priceTable(input),
    queryFn: ({ pageParam }): Promise<PriceTable> =>
      unwrap(
        api.GET('/api/v1/price-lists/{id}/prices', {
          params: { path: { id }, query: { ...filters, limit: PAGE_SIZE, ...(pageParam && { cursor: pageParam }) } },
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
  });
}
