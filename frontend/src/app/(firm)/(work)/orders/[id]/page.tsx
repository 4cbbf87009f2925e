import { dehydrate, HydrationBoundary } from '@tanstack/react-query';
import { getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { OrderView } from '../../../../../features/orders/order-view';
import { orderQuery } from '../../../../../features/orders/queries';
import { getQueryClient } from '../../../../../shared/api/query-client';
import { pipelinesQuery, usersQuery } from '../../../../../shared/api/reference-queries';
import { load, serverApi } from '../../../../../shared/api/server';
import { PageMessages } from '../../../../../shared/i18n/page-messages';
import { ProblemPage } from '../../../../../shared/ui/problem-page';

export async function generateMetadata() {
  return { title: (await getTranslations('orders'))('title') };
}

export default async function OrderPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const api = await serverApi();
  const queries = getQueryClient();
  const page = await load(`/orders/${id}`, async () => {
    const reference = [queries.prefetchQuery(pipelinesQuery(api)), queries.prefetchQuery(usersQuery(api))];
    await Promise.all([queries.fetchQuery(orderQuery(api, id)), ...reference]);
  });
  if (!page.ok) {
    if (page.problem.status === 404) notFound();
    return <ProblemPage problem={page.problem} />;
  }
  return (
    <PageMessages domains={['orders', 'documents']}>
      <HydrationBoundary state={dehydrate(queries)}>
        <OrderView id={id} />
      </HydrationBoundary>
    </PageMessages>
  );
}
