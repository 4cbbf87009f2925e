import { dehydrate, HydrationBoundary } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ClientList } from '../../../../features/clients/list/client-list';
import { readListState } from '../../../../features/clients/list/list-state';
import { NewClient } from '../../../../features/clients/new/new-client';
import { clientFieldsQuery, clientsQuery, tagsQuery } from '../../../../features/clients/queries';
import { getQueryClient } from '../../../../shared/api/query-client';
import { usersQuery } from '../../../../shared/api/reference-queries';
import { load, serverApi } from '../../../../shared/api/server';
import { PageMessages } from '../../../../shared/i18n/page-messages';
import { PageHeader } from '../../../../shared/ui/page-header';
import { ProblemPage } from '../../../../shared/ui/problem-page';

type SearchParams = Promise<Record<string, string | string[] | undefined>>;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('clients'))('title') };
}

export default async function ClientsPage({ searchParams }: { searchParams: SearchParams }) {
  const asked = Object.entries(await searchParams).filter((entry): entry is [string, string] => {
    return typeof entry[1] === 'string';
  });
  const state = readListState(new URLSearchParams(asked));
  const api = await serverApi();
  const queries = getQueryClient();
  const page = await load('/clients', async () => {
    // Names for the filters are a convenience: the list is shown without them when they cannot be read.
    const reference = [
      queries.prefetchQuery(clientFieldsQuery(api)),
      queries.prefetchQuery(tagsQuery(api)),
      queries.prefetchQuery(usersQuery(api)),
    ];
    await Promise.all([queries.fetchInfiniteQuery(clientsQuery(api, state)), ...reference]);
  });
  if (!page.ok) return <ProblemPage problem={page.problem} />;
  const t = await getTranslations('clients');
  return (
    <PageMessages domains={['clients']}>
      <HydrationBoundary state={dehydrate(queries)}>
        <PageHeader title={t('title')} actions={<NewClient />} />
        <ClientList newClient={<NewClient />} />
      </HydrationBoundary>
    </PageMessages>
  );
}
