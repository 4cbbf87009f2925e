import type { ApiClient, Organization } from '@smet/api-client';
import { queryOptions } from '@tanstack/react-query';
import { unwrap } from '../../shared/api/problems';
import { queryKeys } from '../../shared/api/query-keys';

export function organizationQuery(api: ApiClient) {
  return queryOptions<Organization>({
    queryKey: queryKeys.organization,
    queryFn: () => unwrap(api.GET('/api/v1/organization')),
  });
}
