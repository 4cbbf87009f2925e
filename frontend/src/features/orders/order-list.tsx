'use client';

import { Button } from '@mantine/core';
import { IconClipboardList } from '@tabler/icons-react';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import type { OrderRow } from '@smet/api-client';
import { useTranslations } from 'next-intl';
import { useRouter, useSearchParams } from 'next/navigation';
import { useMemo } from 'react';
import type { ReactNode } from 'react';
import { api } from '../../shared/api/client';
import { viewProblem } from '../../shared/api/problems';
import { useCan } from '../../shared/session/session';
import { DataTable } from '../../shared/ui/data-table';
import { EmptyState } from '../../shared/ui/empty-state';
import { ProblemAlert } from '../../shared/ui/problem-alert';
import { readListState, writeListState } from './list-state';
import type { OrderListInput } from '../../shared/api/query-keys';
import { OrderCard } from './order-card';
import { OrderFilters } from './order-filters';
import { ordersQuery } from './queries';
import { useOrderColumns } from './use-order-columns';
import classes from './order-list.module.css';

/** The state of the list is the address: Back, a reload and a sent link all show the same rows. */
function useListState() {
  const params = useSearchParams();
  const state = useMemo(() => readListState(params), [params]);
  const change = (patch: Partial<OrderListInput>) => {
    const search = writeListState({ ...state, ...patch });
    window.history.replaceState(null, '', search ? `?${search}` : window.location.pathname);
  };
  return { state, change };
}

export function OrderList({ newOrder }: { newOrder: ReactNode }) {
  const t = useTranslations('orders');
  const router = useRouter();
  const { state, change } = useListState();
  const columns = useOrderColumns();
  const list = useInfiniteQuery({ ...ordersQuery(api, state), placeholderData: keepPreviousData });
  const orders = useMemo(() => list.data?.pages.flatMap((page) => page.items) ?? [], [list.data]);
  const filtered = Boolean(state.query ?? state.stageId ?? state.responsibleUserId);

  return (
    <>
      <OrderFilters state={state} onChange={change} />
      {list.isError && (
        <div className={classes.problem}>
          <ProblemAlert problem={viewProblem(list.error)} onRetry={() => void list.refetch()} />
        </div>
      )}
      <DataTable<OrderRow>
        records={orders}
        columns={columns}
        idOf={(order) => order.id}
        sort={{ value: state.sort, onChange: (sort) => change({ sort }) }}
        fetching={list.isPlaceholderData || list.isPending}
        onOpen={(order) => router.push(`/orders/${order.id}`)}
        card={renderCard}
        empty={<NoOrders filtered={filtered} newOrder={newOrder} onReset={() => change(NO_FILTERS)} />}
      />
      {orders.length > 0 && (
        <div className={classes.foot}>
          <span aria-live="polite">{t(list.hasNextPage ? 'shown' : 'shownAll', { count: orders.length })}</span>
          {list.hasNextPage && (
            <Button variant="default" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
              {t('more')}
            </Button>
          )}
        </div>
      )}
    </>
  );
}

const renderCard = (order: OrderRow) => <OrderCard order={order} />;
const NO_FILTERS = { query: undefined, stageId: undefined, responsibleUserId: undefined };

function NoOrders({ filtered, newOrder, onReset }: { filtered: boolean; newOrder: ReactNode; onReset: () => void }) {
  const t = useTranslations('orders');
  const can = useCan();
  if (!filtered) {
    return (
      <EmptyState
        icon={<IconClipboardList size={36} stroke={1.5} />}
        title={t('empty.title')}
        text={t(can('order:create') ? 'empty.text' : 'empty.assigned')}
        action={newOrder}
      />
    );
  }
  return (
    <EmptyState
      title={t('empty.filtered')}
      text={t('empty.filteredText')}
      action={
        <Button variant="default" onClick={onReset}>
          {t('reset')}
        </Button>
      }
    />
  );
}
