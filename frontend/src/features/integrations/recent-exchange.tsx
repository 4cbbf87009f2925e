'use client';

import { IconArrowDownLeft, IconArrowUpRight } from '@tabler/icons-react';
import type { SyncEvent } from '@smet/api-client';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { formatMoment } from '../../shared/formatting';
import { useMe } from '../../shared/session/session';
import { useSyncProblem } from './use-sync-problem';
import classes from './integrations.module.css';

export function RecentExchange({ events }: { events: SyncEvent[] }) {
  const t = useTranslations('integrations.recent');
  if (events.length === 0) return <p className={classes.emptyRow}>{t('empty')}</p>;
  return (
    <ul className={classes.rows}>
      {events.map((event, index) => (
        <ExchangeRow key={`${event.at} ${event.kind} ${index}`} event={event} />
      ))}
    </ul>
  );
}

function ExchangeRow({ event }: { event: SyncEvent }) {
  const t = useTranslations('integrations.recent');
  const waiting = useTranslations('integrations.waiting');
  const { timezone } = useMe().organization;
  const key = `kinds.${event.kind}` as 'kinds.other';
  return (
    <li className={classes.row}>
      {event.direction === 'out' ? (
        <IconArrowUpRight size={18} aria-label={t('out')} className={classes.out} />
      ) : (
        <IconArrowDownLeft size={18} aria-label={t('in')} className={classes.in} />
      )}
      <div className={classes.rowBody}>
        {t(t.has(key) ? key : 'kinds.other')}
        {event.orderId && event.number !== null && (
          <>
            {' · '}
            <Link href={`/orders/${event.orderId}`} className={classes.rowTitle}>
              {waiting('order', { number: String(event.number) })}
            </Link>
          </>
        )}
        <Told summary={event.summary} />
      </div>
      <time className={`${classes.rowTime} tabular`} dateTime={event.at}>
        {formatMoment(event.at, timezone)}
      </time>
    </li>
  );
}

/** The particulars an event carries, as far as they are for people. */
function Told({ summary }: Pick<SyncEvent, 'summary'>) {
  const t = useTranslations('integrations.recent.told');
  const describe = useSyncProblem();
  const { from, to, pipeline, status, account, problem, how } = summary;
  const told = [
    how === 'created' || how === 'adopted' || how === 'changed' ? t(`how.${how}`) : null,
    from && to ? t('change', { from, to }) : null,
    pipeline && status ? t('place', { pipeline, status }) : null,
    account ? String(account) : null,
    problem ? describe(String(problem)) : null,
  ].filter((words) => words !== null);
  return told.length > 0 && <div className={classes.rowNote}>{told.join(' · ')}</div>;
}
