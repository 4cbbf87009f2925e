import { dehydrate, HydrationBoundary } from '@tanstack/react-query';
import { getTranslations } from 'next-intl/server';
import { notFound, redirect } from 'next/navigation';
import { ClientView } from '../../../../../features/clients/card/client-view';
import {
  clientFieldsQuery,
  clientOrdersQuery,
  clientQuery,
  historyQuery,
} from '../../../../../features/clients/queries';
import { ApiProblem } from '../../../../../shared/api/problems';
import { getQueryClient } from '../../../../../shared/api/query-client';
import { usersQuery } from '../../../../../shared/api/reference-queries';
import { load, serverApi } from '../../../../../shared/api/server';
import { PageMessages } from '../../../../../shared/i18n/page-messages';
import { ProblemPage } from '../../../../../shared/ui/problem-page';
import { OrderOfClient } from './order-of-client';

export async function generateMetadata() {
  return { title: (await getTranslations('clients'))('title') };
}

/** Where a client who was merged into another one is found now. */
function winnerOf(error: unknown): string {
  const merged = error instanceof ApiProblem && error.code === 'CLIENT.MERGED';
  const winner = merged ? (error.current as { id?: string } | undefined)?.id : undefined;
  if (winner === undefined) throw error;
  return winner;
}

export default async function ClientPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const api = await serverApi();
  const queries = getQueryClient();
  const page = await load(`/clients/${id}`, async () => {
    // The client is what the page cannot do without; the rest says below what it could not read.
    const rest = [
      queries.prefetchQuery(clientFieldsQuery(api)),
      queries.prefetchQuery(clientOrdersQuery(api, id)),
      queries.prefetchQuery(usersQuery(api)),
      queries.prefetchInfiniteQuery(historyQuery(api, id, null)),
    ];
    const client = queries.fetchQuery(clientQuery(api, id));
    const winner = await client.then(() => null, winnerOf);
    await Promise.all(rest);
    return winner;
  });
  if (!page.ok) {
    if (page.problem.status === 404) notFound();
    return <ProblemPage problem={page.problem} />;
  }
  if (page.value !== null) redirect(`/clients/${page.value}`);
  return (
    <PageMessages domains={['client', 'clients', 'orders']}>
      <HydrationBoundary state={dehydrate(queries)}>
        <ClientView id={id} newOrder={<OrderOfClient clientId={id} />} />
      </HydrationBoundary>
    </PageMessages>
  );
}
