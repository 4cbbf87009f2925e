import type { ApiClient, Category, Company, Item, Organization, RuleSetVersion, StoredRuleSet } from '@smet/api-client';
import { queryOptions } from '@tanstack/react-query';
import { unwrap } from '../../shared/api/problems';
import { queryKeys } from '../../shared/api/query-keys';

export { pricingTermsQuery } from '../../shared/api/reference-queries';

export function organizationQuery(api: ApiClient) {
  return queryOptions<Organization>({
    queryKey: queryKeys.organization,
    queryFn: () => unwrap(api.GET('/api/v1/organization')),
  });
}

export function categoriesQuery(api: ApiClient) {
  return queryOptions<Category[]>({
    queryKey: queryKeys.categories,
    queryFn: async () => (await unwrap(api.GET('/api/v1/categories'))).items,
  });
}

export function companyQuery(api: ApiClient) {
  return queryOptions<Company>({
    queryKey: queryKeys.company,
    queryFn: () => unwrap(api.GET('/api/v1/company')),
  });
}

export function currentRuleSetQuery(api: ApiClient) {
  return queryOptions<StoredRuleSet>({
    queryKey: queryKeys.ruleSets.current,
    queryFn: () => unwrap(api.GET('/api/v1/rule-sets/current')),
  });
}

/** The newest fifty; who looks for an older one names its number. */
export function ruleSetVersionsQuery(api: ApiClient) {
  return queryOptions<RuleSetVersion[]>({
    queryKey: queryKeys.ruleSets.versions,
    queryFn: async () => (await unwrap(api.GET('/api/v1/rule-sets'))).items,
  });
}

/** A version never changes. */
export function ruleSetVersionQuery(api: ApiClient, version: number) {
  return queryOptions<StoredRuleSet>({
    queryKey: queryKeys.ruleSets.version(version),
    queryFn: () => unwrap(api.GET('/api/v1/rule-sets/{version}', { params: { path: { version } } })),
    staleTime: Infinity,
  });
}

const MOST_CODES = 300;

/** Items with their prices of now, by code: what rules are shown and tried with. */
export function itemsByCodeQuery(api: ApiClient, codes: readonly string[]) {
  const wanted = [...new Set(codes)].toSorted();
  return queryOptions<Item[]>({
    queryKey: queryKeys.ruleSets.items(wanted.join()),
    queryFn: async () => {
      const chunks = Array.from({ length: Math.ceil(wanted.length / MOST_CODES) }, (_, index) =>
        wanted.slice(index * MOST_CODES, (index + 1) * MOST_CODES).join(','),
      );
      const pages = await Promise.all(
        chunks.map((part) =>
          unwrap(api.GET('/api/v1/items', { params: { query: { codes: part, limit: MOST_CODES } } })),
        ),
      );
      return pages.flatMap(({ items }) => items);
    },
    placeholderData: (before) => before,
  });
}

const SEARCHED_ITEMS = 20;

/** Items by code or part of the name, the first few. */
export function itemSearchQuery(api: ApiClient, query: string) {
  return queryOptions<Item[]>({
    queryKey: queryKeys.ruleSets.search(query),
    queryFn: async () => {
      const text = query.trim();
      const page = await unwrap(
        api.GET('/api/v1/items', { params: { query: { limit: SEARCHED_ITEMS, ...(text && { query: text }) } } }),
      );
      return page.items;
    },
    placeholderData: (before) => before,
  });
}
