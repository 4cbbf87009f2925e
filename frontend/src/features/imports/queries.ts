import type { ApiClient, Import, ImportAction, ImportPage, ImportRowPage } from '@smet/api-client';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { unwrap } from '../../shared/api/problems';
import { queryKeys } from '../../shared/api/query-keys';

const PAGE_SIZE = 50;

export function importsQuery(api: ApiClient) {
  return infiniteQueryOptions({
    queryKey: queryKeys.imports.list,
    queryFn: ({ pageParam }): Promise<ImportPage> =>
      unwrap(
        api.GET('/api/v1/imports', {
          params: { query: { limit: PAGE_SIZE, ...(pageParam && { cursor: pageParam }) } },
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
  });
}

export function importQuery(api: ApiClient, id: string) {
  return queryOptions<Import>({
    queryKey: queryKeys.imports.detail(id),
    queryFn: () => unwrap(api.GET('/api/v1/imports/{id}', { params: { path: { id } } })),
  });
}

/** Rows as they stand in a version: a step further on they are read anew. */
export function importRowsQuery(api: ApiClient, { id, version }: Import, action: ImportAction) {
  return infiniteQueryOptions({
    queryKey: queryKeys.imports.rows(id, version, action),
    queryFn: ({ pageParam }): Promise<ImportRowPage> =>
      unwrap(
        api.GET('/api/v1/imports/{id}/rows', {
          params: { path: { id }, query: { action, limit: PAGE_SIZE, ...(pageParam && { cursor: pageParam }) } },
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
  });
}
