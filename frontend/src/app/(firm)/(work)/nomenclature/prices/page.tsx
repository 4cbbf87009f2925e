import { dehydrate, HydrationBoundary } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PricesView } from '../../../../../features/nomenclature/prices/prices-view';
import { priceListsQuery, treeQuery } from '../../../../../features/nomenclature/queries';
import { getQueryClient } from '../../../../../shared/api/query-client';
import { load, serverApi } from '../../../../../shared/api/server';
import { PageMessages } from '../../../../../shared/i18n/page-messages';
import { ProblemPage } from '../../../../../shared/ui/problem-page';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('nomenclature'))('tabs.prices') };
}

export default async function NomenclaturePricesPage() {
  const api = await serverApi();
  const queries = getQueryClient();
  const page = await load('/nomenclature/prices', () =>
    Promise.all([queries.fetchQuery(priceListsQuery(api)), queries.fetchQuery(treeQuery(api))]),
  );
  if (!page.ok) return <ProblemPage problem={page.problem} />;
  return (
    <PageMessages domains={['nomenclature']}>
      <HydrationBoundary state={dehydrate(queries)}>
        <PricesView />
      </HydrationBoundary>
    </PageMessages>
  );
}
