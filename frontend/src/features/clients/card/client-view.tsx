'use client';

import { IconTrash } from '@tabler/icons-react';
import type { Client } from '@smet/api-client';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { api } from '../../../shared/api/client';
import { viewProblem } from '../../../shared/api/problems';
import { formatDay } from '../../../shared/formatting';
import { useMe } from '../../../shared/session/session';
import { Notice } from '../../../shared/ui/notice';
import { PageHeader } from '../../../shared/ui/page-header';
import { ProblemAlert } from '../../../shared/ui/problem-alert';
import { SkeletonRows } from '../../../shared/ui/skeleton-rows';
import { HistoryPanel } from '../history/history-panel';
import { MergesPanel } from '../merge/merges-panel';
import { clientQuery } from '../queries';
import { RestoreButton } from '../restore-button';
import { useClientActions } from './client-actions';
import { ConsentsPanel } from './consents-panel';
import { ContactsPanel } from './contacts-panel';
import { DetailsPanel } from './details-panel';
import { InPlaceText } from './in-place-text';
import { OrdersPanel } from './orders-panel';
import { PartTrouble } from './part-trouble';
import { PeoplePanel } from './people-panel';
import { EditingProvider, useEditing } from './use-editing';
import classes from './client-view.module.css';

interface ClientViewProps {
  id: string;
  /** Begins an order for this client; given by the route, so that clients do not know how orders are made. */
  newOrder: ReactNode;
}

/** Everything about one client: how to reach them, who they are, their orders, and what ever happened. */
export function ClientView({ id, newOrder }: ClientViewProps) {
  const client = useQuery(clientQuery(api, id));
  if (client.data) {
    return (
      <EditingProvider client={client.data}>
        <Body stored={client.data} newOrder={newOrder} />
      </EditingProvider>
    );
  }
  if (client.isError) return <ProblemAlert problem={viewProblem(client.error)} onRetry={() => void client.refetch()} />;
  return <SkeletonRows rows={4} />;
}

/** `stored` is the client without what is on its way: what is done with it as a whole is done with that. */
function Body({ stored, newOrder }: { stored: Client; newOrder: ReactNode }) {
  const t = useTranslations('client');
  const kinds = useTranslations('clients.kinds');
  const { timezone } = useMe().organization;
  const { client, canEdit, save } = useEditing();
  const actions = useClientActions(stored);
  const order = client.deletedAt === null && newOrder;
  return (
    <>
      <PageHeader
        back={<Link href="/clients">{t('back')}</Link>}
        title={
          <InPlaceText
            label={t('name')}
            value={client.name}
            empty=""
            editable={canEdit}
            required
            maxLength={200}
            onSave={(value) => save({ part: 'name', value })}
          />
        }
        note={
          <>
            {kinds(client.kind)} · {t('since', { date: formatDay(client.createdAt, timezone) })}
          </>
        }
        actions={
          <>
            {actions.menu}
            {order}
          </>
        }
      />
      <div aria-live="polite">{actions.problem}</div>
      <PartTrouble place="name" />
      {client.deletedAt !== null && (
        <div className={classes.problem}>
          <Notice
            tone="warning"
            icon={<IconTrash aria-hidden />}
            title={t('inTrash', { date: formatDay(client.deletedAt, timezone) })}
          >
            <RestoreButton client={stored} />
          </Notice>
        </div>
      )}
      <div className={classes.columns}>
        <div className={classes.column}>
          <ContactsPanel />
          <DetailsPanel />
          <PeoplePanel />
          <ConsentsPanel />
        </div>
        <div className={classes.column}>
          <OrdersPanel clientId={client.id} newOrder={order} />
          <MergesPanel clientId={client.id} />
          <HistoryPanel clientId={client.id} />
        </div>
      </div>
    </>
  );
}
