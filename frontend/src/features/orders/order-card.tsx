'use client';

import type { OrderRow } from '@smet/api-client';
import Link from 'next/link';
import { formatDay } from '../../shared/formatting';
import { useMe } from '../../shared/session/session';
import { StageBadge } from '../../shared/ui/stage-badge';
import { sumText } from './sum-text';
import classes from './order-list.module.css';

/** One order on a phone: the whole card is the link. */
export function OrderCard({ order }: { order: OrderRow }) {
  const { timezone } = useMe().organization;
  return (
    <Link href={`/orders/${order.id}`} className={classes.card} prefetch={false}>
      <span className={classes.cardName}>
        № {order.number} · {order.client.name}
      </span>
      <span className={`${classes.cardSum} tabular`}>
        {order.totalMinor !== null && sumText(order.totalMinor, order.currency)}
      </span>
      <span className={classes.cardWide}>{order.address}</span>
      <span className={classes.cardStage}>
        <StageBadge stage={order.stage} />
      </span>
      <span className={`${classes.cardDate} tabular`}>{formatDay(order.createdAt, timezone)}</span>
    </Link>
  );
}
