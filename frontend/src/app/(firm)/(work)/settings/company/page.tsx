import { dehydrate, HydrationBoundary } from '@tanstack/react-query';
import { getTranslations } from 'next-intl/server';
import { CompanyView } from '../../../../../features/settings/company/company-view';
import { companyQuery, organizationQuery } from '../../../../../features/settings/queries';
import { getQueryClient } from '../../../../../shared/api/query-client';
import { load, serverApi } from '../../../../../shared/api/server';
import { PageMessages } from '../../../../../shared/i18n/page-messages';
import { ProblemPage } from '../../../../../shared/ui/problem-page';

export async function generateMetadata() {
  return { title: (await getTranslations('settings'))('tabs.company') };
}

export default async function CompanyPage() {
  const queries = getQueryClient();
  const api = await serverApi();
  const page = await load('/settings/company', () =>
    Promise.all([queries.fetchQuery(organizationQuery(api)), queries.fetchQuery(companyQuery(api))]),
  );
  if (!page.ok) return <ProblemPage problem={page.problem} />;
  return (
    <PageMessages domains={['settings']}>
      <HydrationBoundary state={dehydrate(queries)}>
        <CompanyView />
      </HydrationBoundary>
    </PageMessages>
  );
}
