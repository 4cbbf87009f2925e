import type { ApiClient, Pipeline, PricingTerms, Role, User } from '@smet/api-client';
import { queryOptions } from '@tanstack/react-query';
import { unwrap } from './problems';
import { queryKeys } from './query-keys';

const REFERENCE_STALE_MS = 5 * 60_000;

/** People and stages change rarely and many screens need them. */
export function usersQuery(api: ApiClient, role: Role | null = null) {
  return queryOptions<User[]>({
    queryKey: queryKeys.users(role),
    queryFn: async () => {
      const page = await unwrap(api.GET('/api/v1/users', { params: { query: role ? { role } : {} } }));
      return page.items;
    },
    staleTime: REFERENCE_STALE_MS,
  });
}

export function pipelinesQuery(api: ApiClient) {
  return queryOptions<Pipeline[]>({
    queryKey: queryKeys.pipelines,
    queryFn: async () => (await unwrap(api.GET('/api/v1/pipelines'))).items,
    staleTime: REFERENCE_STALE_MS,
  });
}

/** How the organization asks for its money; its settings write it, estimates read it. */
export function pricingTermsQuery(api: ApiClient) {
  return queryOptions<PricingTerms>({
    queryKey: queryKeys.pricingTerms,
    queryFn: () => unwrap(api.GET('/api/v1/pricing-terms')),
  });
}
