import { dehydrate, HydrationBoundary } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { readListState } from '../../../../features/orders/list-state';
import { OrderList } from '../../../../features/orders/order-list';
import { ordersQuery } from '../../../../features/orders/queries';
import { getQueryClient } from '../../../../shared/api/query-client';
import { pipelinesQuery, usersQuery } from '../../../../shared/api/reference-queries';
import { load, serverApi } from '../../../../shared/api/server';
import { PageMessages } from '../../../../shared/i18n/page-messages';
import { PageHeader } from '../../../../shared/ui/page-header';
import { ProblemPage } from '../../../../shared/ui/problem-page';
import { NewOrderAction } from './new-order-action';

type SearchParams = Promise<Record<string, string | string[] | undefined>>;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('orders'))('title') };
}

export default async function OrdersPage({ searchParams }: { searchParams: SearchParams }) {
  const params = await searchParams;
  const input = readListState({
    get: (name) => {
      const value = params[name];
      return typeof value === 'string' ? value : null;
    },
  });
  const api = await serverApi();
  const queries = getQueryClient();
  const page = await load('/orders', async () => {
    // Names for the filters are a convenience: the list is shown without them when they cannot be read.
    const reference = [queries.prefetchQuery(pipelinesQuery(api)), queries.prefetchQuery(usersQuery(api))];
    await Promise.all([queries.fetchInfiniteQuery(ordersQuery(api, input)), ...reference]);
  });
  if (!page.ok) return <ProblemPage problem={page.problem} />;
  const t = await getTranslations('orders');
  return (
    <PageMessages domains={['orders', 'clients']}>
      <HydrationBoundary state={dehydrate(queries)}>
        <PageHeader title={t('title')} actions={<NewOrderAction />} />
        <OrderList newOrder={<NewOrderAction />} />
      </HydrationBoundary>
    </PageMessages>
  );
}
