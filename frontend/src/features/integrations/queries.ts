import type { AmocrmIntegration, ApiClient } from '@smet/api-client';
import { queryOptions } from '@tanstack/react-query';
import { unwrap } from '../../shared/api/problems';
import { queryKeys } from '../../shared/api/query-keys';

export function amocrmQuery(api: ApiClient) {
  return queryOptions<AmocrmIntegration>({
    queryKey: queryKeys.integrations.amocrm,
    queryFn: () => unwrap(api.GET('/api/v1/integrations/amocrm')),
  });
}
