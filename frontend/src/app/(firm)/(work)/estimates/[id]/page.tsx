import { dehydrate, HydrationBoundary } from '@tanstack/react-query';
import { getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { EstimateScreen } from '../../../../../features/estimates/estimate-screen';
import { ESTIMATE_MESSAGES } from '../../../../../features/estimates/message-domains';
import { estimateQuery } from '../../../../../features/estimates/queries';
import { getQueryClient } from '../../../../../shared/api/query-client';
import { load, serverApi } from '../../../../../shared/api/server';
import { PageMessages } from '../../../../../shared/i18n/page-messages';
import { ProblemPage } from '../../../../../shared/ui/problem-page';

export async function generateMetadata() {
  return { title: (await getTranslations('estimates'))('pageTitle') };
}

export default async function EstimatePage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const queries = getQueryClient();
  const api = await serverApi();
  const page = await load(`/estimates/${id}`, () => queries.fetchQuery(estimateQuery(api, id)));
  if (!page.ok) {
    if (page.problem.status === 404) notFound();
    return <ProblemPage problem={page.problem} />;
  }
  return (
    <PageMessages domains={ESTIMATE_MESSAGES}>
      <HydrationBoundary state={dehydrate(queries)}>
        <EstimateScreen id={id} />
      </HydrationBoundary>
    </PageMessages>
  );
}
