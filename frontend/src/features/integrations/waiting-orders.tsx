'use client';

import { Button } from '@mantine/core';
import type { WaitingSync } from '@smet/api-client';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { viewProblem } from '../../shared/api/problems';
import { formatMoment } from '../../shared/formatting';
import { useMe } from '../../shared/session/session';
import { ProblemAlert } from '../../shared/ui/problem-alert';
import { SyncDot } from '../../shared/ui/sync-dot';
import { useSyncProblem } from './use-sync-problem';
import { useRetryOrder } from './use-amocrm-actions';
import classes from './integrations.module.css';

interface WaitingOrdersProps {
  waiting: WaitingSync[];
  manage: boolean;
  connected: boolean;
}

export function WaitingOrders({ waiting, manage, connected }: WaitingOrdersProps) {
  const t = useTranslations('integrations.waiting');
  const retry = useRetryOrder();
  if (waiting.length === 0) return <p className={classes.emptyRow}>{t(connected ? 'empty' : 'notConnected')}</p>;
  return (
    <>
      {retry.isError && <ProblemAlert problem={viewProblem(retry.error)} />}
      <ul className={classes.rows}>
        {waiting.map((row) => (
          <li key={row.orderId} className={classes.row}>
            <SyncDot state={row.state} />
            <WaitingReason row={row} />
            {manage && (
              <Button
                size="xs"
                variant="default"
                loading={retry.isPending && retry.variables === row.orderId}
                onClick={() => retry.mutate(row.orderId)}
              >
                {t('retry')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

function WaitingReason({ row }: { row: WaitingSync }) {
  const t = useTranslations('integrations.waiting');
  const describe = useSyncProblem();
  const { timezone } = useMe().organization;
  return (
    <div className={classes.rowBody}>
      <Link href={`/orders/${row.orderId}`} className={classes.rowTitle}>
        {t('order', { number: String(row.number) })}
      </Link>{' '}
      · {t(`states.${row.state}`)}
      {row.problemCode && <div className={classes.rowNote}>{describe(row.problemCode)}</div>}
      {(row.attempts > 0 || row.retryAt) && (
        <div className={classes.rowNote}>
          {t('attempts', { count: row.attempts })}
          {row.retryAt && ` · ${t('retryAt', { at: formatMoment(row.retryAt, timezone) })}`}
        </div>
      )}
    </div>
  );
}
