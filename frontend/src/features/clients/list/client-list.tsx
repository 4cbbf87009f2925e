'use client';

import { Button } from '@mantine/core';
import { IconTrash, IconUsers } from '@tabler/icons-react';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import type { ClientRow, ClientSort } from '@smet/api-client';
import { useTranslations } from 'next-intl';
import { useRouter, useSearchParams } from 'next/navigation';
import { useMemo } from 'react';
import type { ReactNode } from 'react';
import { api } from '../../../shared/api/client';
import { viewProblem } from '../../../shared/api/problems';
import type { ClientListInput } from '../../../shared/api/query-keys';
import { useCan } from '../../../shared/session/session';
import { DataTable } from '../../../shared/ui/data-table';
import { EmptyState } from '../../../shared/ui/empty-state';
import { ProblemAlert } from '../../../shared/ui/problem-alert';
import { clientsQuery } from '../queries';
import { ClientCard } from './client-card';
import { ClientFilters } from './client-filters';
import { isFiltered, readListState, writeListState } from './list-state';
import { useClientColumns } from './use-client-columns';
import classes from './client-list.module.css';

/** The state of the list is the address: Back, a reload and a sent link all show the same rows. */
function useListState() {
  const params = useSearchParams();
  const state = useMemo(() => readListState(new URLSearchParams(params.toString())), [params]);
  const change = (next: ClientListInput) => {
    const search = writeListState(next);
    window.history.replaceState(null, '', search ? `?${search}` : window.location.pathname);
  };
  return { state, change };
}

export function ClientList({ newClient }: { newClient: ReactNode }) {
  const t = useTranslations('clients');
  const router = useRouter();
  const { state, change } = useListState();
  const columns = useClientColumns(state.trash === true);
  const list = useInfiniteQuery({ ...clientsQuery(api, state), placeholderData: keepPreviousData });
  const clients = useMemo(() => list.data?.pages.flatMap((page) => page.items) ?? [], [list.data]);
  return (
    <>
      <ClientFilters state={state} onChange={change} />
      {list.isError && (
        <div className={classes.problem}>
          <ProblemAlert problem={viewProblem(list.error)} onRetry={() => void list.refetch()} />
        </div>
      )}
      <DataTable<ClientRow>
        records={clients}
        columns={columns}
        idOf={(client) => client.id}
        sort={{ value: state.sort, onChange: (sort) => change({ ...state, sort: sort as ClientSort }) }}
        fetching={list.isPlaceholderData || list.isPending}
        onOpen={(client) => router.push(`/clients/${client.id}`)}
        card={renderCard}
        empty={<NoClients state={state} newClient={newClient} onChange={change} />}
      />
      {clients.length > 0 && (
        <div className={classes.foot}>
          <span aria-live="polite">{t(list.hasNextPage ? 'shown' : 'shownAll', { count: clients.length })}</span>
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

const renderCard = (client: ClientRow) => <ClientCard client={client} />;

interface NoClientsProps {
  state: ClientListInput;
  newClient: ReactNode;
  onChange: (state: ClientListInput) => void;
}

function NoClients({ state, newClient, onChange }: NoClientsProps) {
  const t = useTranslations('clients.empty');
  const can = useCan();
  const { sort, trash } = state;
  const reset = () => onChange({ fields: {}, sort, ...(trash && { trash }) });
  if (isFiltered(state)) {
    return (
      <EmptyState
        title={t('filtered')}
        text={t('filteredText')}
        action={
          <Button variant="default" onClick={reset}>
            {t('reset')}
          </Button>
        }
      />
    );
  }
  if (trash) {
    return <EmptyState icon={<IconTrash size={36} stroke={1.5} />} title={t('trash')} text={t('trashText')} />;
  }
  return (
    <EmptyState
      icon={<IconUsers size={36} stroke={1.5} />}
      title={t('title')}
      text={t(can('client:create') ? 'text' : 'assigned')}
      action={newClient}
    />
  );
}
