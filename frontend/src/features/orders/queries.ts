import type { ApiClient, Order, OrderRow, OrderSort, Page } from '@smet/api-client';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { unwrap } from '../../shared/api/problems';
import { queryKeys } from '../../shared/api/query-keys';
import type { OrderListInput } from '../../shared/api/query-keys';

const PAGE_SIZE = 50;

/** Pages of the list; the same options prefetch on the server and read on in the browser. */
export function ordersQuery(api: ApiClient, input: OrderListInput) {
  return infiniteQueryOptions({
    queryKey: queryKeys.orders.list(input),
    queryFn: ({ pageParam }): Promise<Page<OrderRow>> =>
      unwrap(
        api.GET('/api/v1/orders', {
          params: {
            query: {
              ...input,
              sort: input.sort as OrderSort,
              limit: PAGE_SIZE,
              ...(pageParam && { cursor: pageParam }),
            },
          },
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
  });
}

export function orderQuery(api: ApiClient, id: string) {
  return queryOptions<Order>({
    queryKey: queryKeys.orders.detail(id),
    queryFn: () => unwrap(api.GET('/api/v1/orders/{id}', { params: { path: { id } } })),
  });
}
