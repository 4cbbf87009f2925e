import type {
  ApiClient,
  Client,
  ClientKind,
  ClientRow,
  CustomField,
  Duplicate,
  HistoryEntry,
  HistoryKind,
  Merge,
  OrderRow,
  Page,
  Tag,
} from '@smet/api-client';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { unwrap } from '../../shared/api/problems';
import { queryKeys } from '../../shared/api/query-keys';
import type { ClientListInput } from '../../shared/api/query-keys';

const PAGE_SIZE = 50;
const REFERENCE_STALE_MS = 5 * 60_000;

/** Pages of the list; the same options prefetch on the server and read on in the browser. */
export function clientsQuery(api: ApiClient, input: ClientListInput) {
  const { fields, ...conditions } = input;
  const field = Object.keys(fields).length > 0 ? fields : undefined;
  return infiniteQueryOptions({
    queryKey: queryKeys.clients.list(input),
    queryFn: ({ pageParam }): Promise<Page<ClientRow>> =>
      unwrap(
        api.GET('/api/v1/clients', {
          params: {
            query: {
              ...conditions,
              ...(field && { field }),
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

export function clientQuery(api: ApiClient, id: string) {
  return queryOptions<Client>({
    queryKey: queryKeys.clients.detail(id),
    queryFn: () => unwrap(api.GET('/api/v1/clients/{id}', { params: { path: { id } } })),
  });
}

const FOUND = 10;

/** The first few by name, phone or e-mail: for choosing one of them. */
export function clientSearchQuery(api: ApiClient, query: string, kind?: ClientKind) {
  return queryOptions<ClientRow[]>({
    queryKey: queryKeys.clients.search(query, kind),
    queryFn: async () => {
      const params = { query: { limit: FOUND, ...(kind && { kind }), ...(query && { query }) } };
      return (await unwrap(api.GET('/api/v1/clients', { params }))).items;
    },
    placeholderData: (before) => before,
  });
}

/** What was typed of a client so far; unfinished parts are left out. */
export interface TypedClient {
  phone?: string;
  email?: string;
  name?: string;
  exceptId?: string;
}

export function duplicatesQuery(api: ApiClient, typed: TypedClient) {
  return queryOptions<Duplicate[]>({
    queryKey: queryKeys.clients.duplicates(typed),
    queryFn: async () => (await unwrap(api.GET('/api/v1/clients/duplicates', { params: { query: typed } }))).items,
    enabled: Boolean(typed.phone ?? typed.email ?? typed.name),
    placeholderData: (before) => before,
  });
}

export function tagsQuery(api: ApiClient) {
  return queryOptions<Tag[]>({
    queryKey: queryKeys.tags,
    queryFn: async () => (await unwrap(api.GET('/api/v1/tags'))).items,
    staleTime: REFERENCE_STALE_MS,
  });
}

export function sourcesQuery(api: ApiClient) {
  return queryOptions<string[]>({
    queryKey: queryKeys.clients.sources,
    queryFn: async () => (await unwrap(api.GET('/api/v1/client-sources'))).items,
    staleTime: REFERENCE_STALE_MS,
  });
}

/** The organization's own fields of clients, in the order they are shown. */
export function clientFieldsQuery(api: ApiClient) {
  return queryOptions<CustomField[]>({
    queryKey: queryKeys.customFields('client'),
    queryFn: async () =>
      (await unwrap(api.GET('/api/v1/custom-fields', { params: { query: { subject: 'client' } } }))).items,
    staleTime: REFERENCE_STALE_MS,
  });
}

export function historyQuery(api: ApiClient, id: string, kind: HistoryKind | null) {
  return infiniteQueryOptions({
    queryKey: queryKeys.clients.history(id, kind),
    queryFn: ({ pageParam }): Promise<Page<HistoryEntry>> =>
      unwrap(
        api.GET('/api/v1/clients/{id}/history', {
          params: {
            path: { id },
            query: { limit: PAGE_SIZE, ...(kind && { kind }), ...(pageParam && { cursor: pageParam }) },
          },
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
  });
}

/** What was merged into a client, the newest first. */
export function mergesQuery(api: ApiClient, clientId: string) {
  return queryOptions<Merge[]>({
    queryKey: queryKeys.clients.merges(clientId),
    queryFn: async () =>
      (await unwrap(api.GET('/api/v1/clients/{id}/merges', { params: { path: { id: clientId } } }))).items,
  });
}

/** The newest orders of a client; whoever looks for older ones has the list of orders. */
export function clientOrdersQuery(api: ApiClient, clientId: string) {
  return queryOptions<OrderRow[]>({
    queryKey: queryKeys.orders.ofClient(clientId),
    queryFn: async () =>
      (await unwrap(api.GET('/api/v1/orders', { params: { query: { clientId, limit: PAGE_SIZE } } }))).items,
  });
}
