import { dehydrate, HydrationBoundary } from '@tanstack/react-query';
import { getTranslations } from 'next-intl/server';
import { PricesView } from '../../../../../features/settings/prices/prices-view';
import { categoriesQuery, organizationQuery, pricingTermsQuery } from '../../../../../features/settings/queries';
import { getQueryClient } from '../../../../../shared/api/query-client';
import { load, serverApi } from '../../../../../shared/api/server';
import { PageMessages } from '../../../../../shared/i18n/page-messages';
import { ProblemPage } from '../../../../../shared/ui/problem-page';

export async function generateMetadata() {
  return { title: (await getTranslations('settings'))('tabs.prices') };
}

export default async function PricesPage() {
  const queries = getQueryClient();
  const api = await serverApi();
  const page = await load('/settings/prices', () =>
    Promise.all([
      queries.fetchQuery(organizationQuery(api)),
      queries.fetchQuery(pricingTermsQuery(api)),
      queries.fetchQuery(categoriesQuery(api)),
    ]),
  );
  if (!page.ok) return <ProblemPage problem={page.problem} />;
  return (
    <PageMessages domains={['settings']}>
      <HydrationBoundary state={dehydrate(queries)}>
        <PricesView />
      </HydrationBoundary>
    </PageMessages>
  );
}
