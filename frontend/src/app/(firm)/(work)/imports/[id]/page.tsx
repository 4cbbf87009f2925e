import { dehydrate, HydrationBoundary } from '@tanstack/react-query';
import { getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { ImportView } from '../../../../../features/imports/import-view';
import { importQuery } from '../../../../../features/imports/queries';
import { getQueryClient } from '../../../../../shared/api/query-client';
import { load, serverApi } from '../../../../../shared/api/server';
import { PageMessages } from '../../../../../shared/i18n/page-messages';
import { ProblemPage } from '../../../../../shared/ui/problem-page';

export async function generateMetadata() {
  return { title: (await getTranslations('imports'))('title') };
}

export default async function ImportPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const api = await serverApi();
  const queries = getQueryClient();
  const page = await load(`/imports/${id}`, () => queries.fetchQuery(importQuery(api, id)));
  if (!page.ok) {
    if (page.problem.status === 404) notFound();
    return <ProblemPage problem={page.problem} />;
  }
  return (
    <PageMessages domains={['imports']}>
      <HydrationBoundary state={dehydrate(queries)}>
        <ImportView id={id} />
      </HydrationBoundary>
    </PageMessages>
  );
}
