import { dehydrate, HydrationBoundary } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { readItemList } from '../../../../features/nomenclature/items/list-state';
import { NomenclatureView } from '../../../../features/nomenclature/nomenclature-view';
import { itemsQuery, treeQuery } from '../../../../features/nomenclature/queries';
import { getQueryClient } from '../../../../shared/api/query-client';
import { load, serverApi } from '../../../../shared/api/server';
import { PageMessages } from '../../../../shared/i18n/page-messages';
import { ProblemPage } from '../../../../shared/ui/problem-page';

type SearchParams = Promise<Record<string, string | string[] | undefined>>;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('nomenclature'))('title') };
}

export default async function NomenclaturePage({ searchParams }: { searchParams: SearchParams }) {
  const params = await searchParams;
  const input = readItemList({
    get: (name) => {
      const value = params[name];
      return typeof value === 'string' ? value : null;
    },
  });
  const api = await serverApi();
  const queries = getQueryClient();
  const page = await load('/nomenclature', () =>
    Promise.all([queries.fetchQuery(treeQuery(api)), queries.fetchInfiniteQuery(itemsQuery(api, input))]),
  );
  if (!page.ok) return <ProblemPage problem={page.problem} />;
  return (
    <PageMessages domains={['nomenclature']}>
      <HydrationBoundary state={dehydrate(queries)}>
        <NomenclatureView />
      </HydrationBoundary>
    </PageMessages>
  );
}
