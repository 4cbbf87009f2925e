'use client';

import { Button } from '@mantine/core';
import { IconChevronRight, IconPlus, IconRuler2 } from '@tabler/icons-react';
import type { Order } from '@smet/api-client';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { viewProblem } from '../../shared/api/problems';
import { WORK_DOCUMENTS, documentHref } from '../../shared/documents/documents';
import { formatDay, formatMoney } from '../../shared/formatting';
import { useCan, useMe } from '../../shared/session/session';
import { EmptyState } from '../../shared/ui/empty-state';
import { Panel } from '../../shared/ui/panel';
import { ProblemAlert } from '../../shared/ui/problem-alert';
import { useCreateEstimate } from './use-order-actions';
import classes from './order-view.module.css';

export function OrderEstimates({ order }: { order: Order }) {
  const t = useTranslations('orders.card');
  const { timezone } = useMe().organization;
  const can = useCan();
  const openable = can('estimate:read');
  const worksBySheets = !openable && can('work-sheet:read');
  const isEmpty = order.estimates.length === 0;
  return (
    <Panel title={t('estimates')} aside={!isEmpty && <NewEstimate orderId={order.id} primary={false} />} flush>
      {isEmpty ? (
        <EmptyState
          icon={<IconRuler2 size={36} stroke={1.5} />}
          title={t('noEstimates')}
          text={t('noEstimatesText')}
          action={<NewEstimate orderId={order.id} primary />}
        />
      ) : (
        <ul className={classes.estimates}>
          {order.estimates.map((estimate) => (
            <li key={estimate.id}>
              <EstimateRow id={estimate.id} openable={openable}>
                <span className={classes.estimateTitle}>{estimate.title}</span>
                <span className={classes.estimateDate}>
                  {t('estimateVersion', { number: String(estimate.number) })},{' '}
                  <span data-accepted={estimate.accepted || undefined} className={classes.estimateStatus}>
                    {t(`estimateStatus.${estimate.accepted ? 'accepted' : estimate.status}`)}
                  </span>
                  {' · '}
                  {t('updated', { date: formatDay(estimate.updatedAt, timezone) })}
                </span>
                {estimate.toPayMinor !== null && (
                  <span className={`${classes.estimateSum} tabular`}>
                    {formatMoney(estimate.toPayMinor, order.currency)}
                  </span>
                )}
                {openable && <IconChevronRight size={18} aria-hidden />}
              </EstimateRow>
              {worksBySheets && <WorkSheets id={estimate.id} number={estimate.number} />}
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

/** A link for those who may open it, plain words for the others. */
function EstimateRow({ id, openable, children }: { id: string; openable: boolean; children: ReactNode }) {
  if (!openable) return <div className={classes.estimate}>{children}</div>;
  return (
    <Link href={`/estimates/${id}`} className={`${classes.estimate} ${classes.openable}`}>
      {children}
    </Link>
  );
}

/** For those who do not open estimates: what they cut and mount by. */
function WorkSheets({ id, number }: { id: string; number: number }) {
  const t = useTranslations('documents');
  return (
    <div className={classes.workSheets}>
      {WORK_DOCUMENTS.map((link) => (
        <Button
          key={link.name}
          component="a"
          href={documentHref({ id, number }, link)}
          target="_blank"
          rel="noopener"
          variant="default"
        >
          {t(link.name)}
        </Button>
      ))}
    </div>
  );
}

function NewEstimate({ orderId, primary }: { orderId: string; primary: boolean }) {
  const t = useTranslations('orders.card');
  const can = useCan();
  const router = useRouter();
  // Kept until one is made: repeating after a lost answer must not make a second estimate.
  const [key] = useState(() => crypto.randomUUID());
  const create = useCreateEstimate(orderId);
  if (!can('estimate:edit')) return null;
  return (
    <div className={classes.newEstimate}>
      <Button
        variant={primary ? 'filled' : 'default'}
        size={primary ? 'sm' : 'xs'}
        leftSection={<IconPlus size={16} />}
        loading={create.isPending || create.isSuccess}
        onClick={() => create.mutate(key, { onSuccess: (estimate) => router.push(`/estimates/${estimate.id}`) })}
      >
        {t('newEstimate')}
      </Button>
      {create.isError && <ProblemAlert problem={viewProblem(create.error)} />}
    </div>
  );
}
