import { dehydrate, HydrationBoundary } from '@tanstack/react-query';
import { getTranslations } from 'next-intl/server';
import { organizationQuery } from '../../../../features/settings/queries';
import { SettingsView } from '../../../../features/settings/settings-view';
import { getQueryClient } from '../../../../shared/api/query-client';
import { load, serverApi } from '../../../../shared/api/server';
import { PageMessages } from '../../../../shared/i18n/page-messages';
import { ProblemPage } from '../../../../shared/ui/problem-page';

export async function generateMetadata() {
  return { title: (await getTranslations('settings'))('title') };
}

export default async function SettingsPage() {
  const queries = getQueryClient();
  const api = await serverApi();
  const page = await load('/settings', () => queries.fetchQuery(organizationQuery(api)));
  if (!page.ok) return <ProblemPage problem={page.problem} />;
  return (
    <PageMessages domains={['settings']}>
      <HydrationBoundary state={dehydrate(queries)}>
        <SettingsView />
      </HydrationBoundary>
    </PageMessages>
  );
}
