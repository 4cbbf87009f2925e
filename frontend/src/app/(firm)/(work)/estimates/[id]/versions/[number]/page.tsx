import { dehydrate, HydrationBoundary } from '@tanstack/react-query';
import { getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { ESTIMATE_MESSAGES } from '../../../../../../../features/estimates/message-domains';
import { estimateVersionQuery } from '../../../../../../../features/estimates/queries';
import { VersionScreen } from '../../../../../../../features/estimates/versions/version-screen';
import { getQueryClient } from '../../../../../../../shared/api/query-client';
import { load, serverApi } from '../../../../../../../shared/api/server';
import { PageMessages } from '../../../../../../../shared/i18n/page-messages';
import { ProblemPage } from '../../../../../../../shared/ui/problem-page';

const NUMBER = /^[1-9]\d{0,4}$/;

export async function generateMetadata({ params }: { params: Promise<{ number: string }> }) {
  const { number } = await params;
  return { title: (await getTranslations('versions'))('pageTitle', { number }) };
}

export default async function EstimateVersionPage({ params }: { params: Promise<{ id: string; number: string }> }) {
  const { id, number } = await params;
  if (!NUMBER.test(number)) notFound();
  const queries = getQueryClient();
  const api = await serverApi();
  const page = await load(`/estimates/${id}/versions/${number}`, () =>
    queries.fetchQuery(estimateVersionQuery(api, id, Number(number))),
  );
  if (!page.ok) {
    if (page.problem.status === 404) notFound();
    return <ProblemPage problem={page.problem} />;
  }
  return (
    <PageMessages domains={ESTIMATE_MESSAGES}>
      <HydrationBoundary state={dehydrate(queries)}>
        <VersionScreen id={id} number={Number(number)} />
      </HydrationBoundary>
    </PageMessages>
  );
}
