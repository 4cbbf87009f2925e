'use client';

import type { OrderRow } from '@smet/api-client';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { useMemo } from 'react';
import { formatDay, formatPhone } from '../../shared/formatting';
import { useCan, useMe } from '../../shared/session/session';
import type { Column } from '../../shared/ui/data-table';
import { StageBadge } from '../../shared/ui/stage-badge';
import { sumText } from './sum-text';
import classes from './order-list.module.css';

export function useOrderColumns(): Column<OrderRow>[] {
  const t = useTranslations('orders.columns');
  const { timezone } = useMe().organization;
  const withSums = useCan()('estimate:read');
  return useMemo(() => {
    const columns: Column<OrderRow>[] = [
      {
        key: 'number',
        title: t('number'),
        width: 84,
        sortable: true,
        render: (order) => (
          <Link href={`/orders/${order.id}`} className={`${classes.number} tabular`} prefetch={false}>
            {order.number}
          </Link>
        ),
      },
      { key: 'client', title: t('client'), render: (order) => <ClientCell order={order} /> },
      {
        key: 'address',
        title: t('address'),
        render: (order) => <div className={classes.address}>{order.address}</div>,
      },
      { key: 'stage', title: t('stage'), render: (order) => <StageBadge stage={order.stage} /> },
      { key: 'responsible', title: t('responsible'), wideOnly: true, render: (order) => <People order={order} /> },
      {
        key: 'totalMinor',
        title: t('total'),
        align: 'right',
        sortable: true,
        render: (order) => (
          <span className={order.totalMinor === 0 ? classes.dim : 'tabular'}>
            {sumText(order.totalMinor ?? 0, order.currency)}
          </span>
        ),
      },
      {
        key: 'createdAt',
        wideOnly: true,
        title: t('created'),
        align: 'right',
        width: 116,
        sortable: true,
        render: (order) => <span className="tabular">{formatDay(order.createdAt, timezone)}</span>,
      },
    ];
    return columns.filter(({ key }) => withSums || key !== 'totalMinor');
  }, [t, timezone, withSums]);
}

function ClientCell({ order }: { order: OrderRow }) {
  return (
    <div className={classes.two}>
      <div>{order.client.name}</div>
      {order.client.phone && <div className={`${classes.second} tabular`}>{formatPhone(order.client.phone)}</div>}
    </div>
  );
}

function People({ order }: { order: OrderRow }) {
  return (
    <div className={classes.person}>
      <div>{order.responsible?.name ?? '—'}</div>
      {order.measurer && <div className={classes.second}>{order.measurer.name}</div>}
    </div>
  );
}
