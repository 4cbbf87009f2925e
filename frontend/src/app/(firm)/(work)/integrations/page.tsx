import { dehydrate, HydrationBoundary } from '@tanstack/react-query';
import { getTranslations } from 'next-intl/server';
import { IntegrationsView } from '../../../../features/integrations/integrations-view';
import { amocrmQuery } from '../../../../features/integrations/queries';
import { getQueryClient } from '../../../../shared/api/query-client';
import { load, serverApi } from '../../../../shared/api/server';
import { PageMessages } from '../../../../shared/i18n/page-messages';
import { ProblemPage } from '../../../../shared/ui/problem-page';

export async function generateMetadata() {
  return { title: (await getTranslations('integrations'))('title') };
}

export default async function IntegrationsPage() {
  const queries = getQueryClient();
  const api = await serverApi();
  const page = await load('/integrations', () => queries.fetchQuery(amocrmQuery(api)));
  if (!page.ok) return <ProblemPage problem={page.problem} />;
  return (
    <PageMessages domains={['integrations']}>
      <HydrationBoundary state={dehydrate(queries)}>
        <IntegrationsView />
      </HydrationBoundary>
    </PageMessages>
  );
}
