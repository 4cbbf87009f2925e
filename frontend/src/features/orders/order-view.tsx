'use client';

import { Anchor, Select, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Order } from '@smet/api-client';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { api } from '../../shared/api/client';
import { viewProblem } from '../../shared/api/problems';
import { pipelinesQuery, usersQuery } from '../../shared/api/reference-queries';
import { formatDay, formatMoney, formatPhone } from '../../shared/formatting';
import { useCan, useMe } from '../../shared/session/session';
import { PageHeader } from '../../shared/ui/page-header';
import { Panel } from '../../shared/ui/panel';
import { ProblemAlert } from '../../shared/ui/problem-alert';
import { SkeletonRows } from '../../shared/ui/skeleton-rows';
import { StageBadge } from '../../shared/ui/stage-badge';
import { stageColor } from '../../shared/ui/stage-color';
import { AddressEditor } from './address-editor';
import { OrderEstimates } from './order-estimates';
import { OrderSyncState } from './order-sync-state';
import { orderQuery } from './queries';
import { useChangeOrder } from './use-order-actions';
import classes from './order-view.module.css';

/** One order: who, where, how much, at what stage, and its estimates. */
export function OrderView({ id }: { id: string }) {
  const order = useQuery(orderQuery(api, id));
  if (order.data) return <OrderBody order={order.data} />;
  if (order.isError) return <ProblemAlert problem={viewProblem(order.error)} onRetry={() => void order.refetch()} />;
  return <SkeletonRows rows={4} />;
}

function OrderBody({ order }: { order: Order }) {
  const t = useTranslations('orders.card');
  const { timezone } = useMe().organization;
  const change = useChangeOrder(order);
  return (
    <>
      <PageHeader
        back={<Link href="/orders">{t('back')}</Link>}
        title={t('title', { number: String(order.number) })}
        note={
          <>
            {order.client.name} · {t('created', { date: formatDay(order.createdAt, timezone) })}
          </>
        }
        actions={<StageSelect order={order} change={change} />}
      />
      <div aria-live="polite" className={classes.problem}>
        {change.isError && <ProblemAlert problem={viewProblem(change.error)} />}
      </div>
      <div className={classes.columns}>
        <div className={classes.main}>
          <OrderEstimates order={order} />
        </div>
        <aside className={classes.side}>
          {order.totalMinor !== null && (
            <Panel>
              <div className={classes.sumLabel}>{t('total')}</div>
              <div className={`${classes.sum} tabular`}>{formatMoney(order.totalMinor, order.currency)}</div>
            </Panel>
          )}
          <Facts order={order} change={change} />
          <OrderSyncState sync={order.sync} />
        </aside>
      </div>
    </>
  );
}

type Change = ReturnType<typeof useChangeOrder>;

function StageSelect({ order, change }: { order: Order; change: Change }) {
  const t = useTranslations('orders.card');
  const can = useCan();
  const pipelines = useQuery(pipelinesQuery(api));
  const home = pipelines.data?.find((pipeline) => pipeline.stages.some((stage) => stage.id === order.stage.id));
  const stages = home?.stages ?? [order.stage];
  if (!can('order:change-stage')) return <StageBadge stage={order.stage} />;
  return (
    <Select
      aria-label={t('stage')}
      className={classes.stage}
      data={stages.map((stage) => ({ value: stage.id, label: stage.name }))}
      value={order.stage.id}
      allowDeselect={false}
      disabled={change.isPending}
      leftSection={<span className={classes.dot} style={{ background: stageColor(order.stage.color) }} aria-hidden />}
      onChange={(stageId) => stageId && stageId !== order.stage.id && change.mutate({ kind: 'stage', stageId })}
    />
  );
}

function Facts({ order, change }: { order: Order; change: Change }) {
  const t = useTranslations('orders.card');
  const can = useCan();
  const users = useQuery({ ...usersQuery(api), enabled: can('user:read') });
  const editable = can('order:update') && can('user:read');
  const people = users.data ?? [];
  const choices = (role?: string) =>
    people.filter((user) => !role || user.role === role).map((user) => ({ value: user.id, label: user.name }));
  return (
    <Panel>
      <dl className={classes.facts}>
        <dt>{t('client')}</dt>
        <dd>{order.client.name}</dd>
        {order.client.phone && (
          <>
            <dt>{t('phone')}</dt>
            <dd>
              <Anchor href={`tel:${order.client.phone}`} size="sm" className="tabular">
                {formatPhone(order.client.phone)}
              </Anchor>
            </dd>
          </>
        )}
        <dt>{t('address')}</dt>
        <dd>
          <AddressEditor
            address={order.address}
            editable={can('order:update')}
            onSave={(address) => change.mutate({ kind: 'fields', fields: { address } })}
          />
        </dd>
        <dt>{t('responsible')}</dt>
        <dd>
          <PersonField
            label={t('responsible')}
            person={order.responsible}
            choices={editable ? choices() : null}
            onChange={(id) => change.mutate({ kind: 'fields', fields: { responsibleUserId: id } })}
          />
        </dd>
        <dt>{t('measurer')}</dt>
        <dd>
          <PersonField
            label={t('measurer')}
            person={order.measurer}
            choices={editable ? choices('measurer') : null}
            onChange={(id) => change.mutate({ kind: 'fields', fields: { measurerUserId: id } })}
          />
        </dd>
        {order.comment && (
          <>
            <dt>{t('comment')}</dt>
            <dd className={classes.comment}>{order.comment}</dd>
          </>
        )}
      </dl>
    </Panel>
  );
}

interface PersonFieldProps {
  label: string;
  person: { id: string; name: string } | null;
  choices: { value: string; label: string }[] | null;
  onChange: (id: string | null) => void;
}

function PersonField({ label, person, choices, onChange }: PersonFieldProps) {
  const t = useTranslations('orders.card');
  if (!choices)
    return (
      <Text span size="sm">
        {person?.name ?? t('nobody')}
      </Text>
    );
  // Somebody who has left is not among the choices any more, but still is the person of this order.
  const known = !person || choices.some((choice) => choice.value === person.id);
  return (
    <Select
      aria-label={label}
      size="sm"
      variant="filled"
      data={known ? choices : [{ value: person.id, label: person.name }, ...choices]}
      value={person?.id ?? null}
      placeholder={t('nobody')}
      clearable
      onChange={onChange}
    />
  );
}
