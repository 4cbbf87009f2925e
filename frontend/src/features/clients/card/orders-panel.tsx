'use client';

import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { api } from '../../../shared/api/client';
import { viewProblem } from '../../../shared/api/problems';
import { formatDay, formatMoney } from '../../../shared/formatting';
import { useMe } from '../../../shared/session/session';
import { Panel } from '../../../shared/ui/panel';
import { ProblemAlert } from '../../../shared/ui/problem-alert';
import { SkeletonRows } from '../../../shared/ui/skeleton-rows';
import { StageBadge } from '../../../shared/ui/stage-badge';
import { clientOrdersQuery } from '../queries';
import classes from './client-view.module.css';

/** The client's orders, the newest first. */
export function OrdersPanel({ clientId, newOrder }: { clientId: string; newOrder: ReactNode }) {
  const t = useTranslations('client.orders');
  const { timezone } = useMe().organization;
  const orders = useQuery(clientOrdersQuery(api, clientId));
  return (
    <Panel title={t('title')} flush>
      {orders.isError && <ProblemAlert problem={viewProblem(orders.error)} onRetry={() => void orders.refetch()} />}
      {orders.isPending && <SkeletonRows rows={2} />}
      {orders.data?.length === 0 && (
        <div className={classes.noOrders}>
          <span>{t('none')}</span>
          {newOrder}
        </div>
      )}
      <ul className={classes.orders}>
        {orders.data?.map((order) => (
          <li key={order.id}>
            <Link href={`/orders/${order.id}`} className={classes.order} prefetch={false}>
              <span className={classes.orderName}>№ {order.number}</span>
              <StageBadge stage={order.stage} />
              <span className={`${classes.orderSum} tabular`}>
                {/* Null: the sum is not for this person. */}
                {order.totalMinor !== null &&
                  (order.totalMinor === 0 ? '—' : formatMoney(order.totalMinor, order.currency))}
              </span>
              <span className={classes.orderAbout}>
                {formatDay(order.createdAt, timezone)} · {order.address}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
