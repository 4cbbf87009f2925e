'use client';

import '@mantine/notifications/styles.layer.css';
import { Button, Select } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import dynamic from 'next/dynamic';
import { useSearchParams } from 'next/navigation';
import { useMemo, useState } from 'react';
import type { PriceList } from '@smet/api-client';
import { api } from '../../../shared/api/client';
import { useCan } from '../../../shared/session/session';
import { EmptyState } from '../../../shared/ui/empty-state';
import { NomenclatureFrame } from '../nomenclature-frame';
import { priceListsQuery, treeQuery } from '../queries';
import type { PriceTableInput } from '../queries';
import { SearchBox } from '../search-box';
import { categoryPaths } from '../tree/tree';
import { PriceTable } from './price-table';
import classes from '../nomenclature.module.css';

const MassChangeModal = dynamic(() => import('./mass-change-modal'), { ssr: false });
const ChangesModal = dynamic(() => import('./changes-modal'), { ssr: false });
const PriceListModal = dynamic(() => import('./price-list-modal'), { ssr: false });

type Dialog = 'mass' | 'changes' | 'list' | 'new' | null;

/** Which list and which of its items are shown is the address. */
function useAddress() {
  const params = useSearchParams();
  const state = useMemo(() => {
    const [list, query, category] = ['list', 'query', 'category'].map((name) => params.get(name) ?? undefined);
    return { list, query, category };
  }, [params]);
  const change = (patch: Partial<Record<'list' | 'query' | 'category', string | undefined>>) => {
    const said = Object.entries({ ...state, ...patch }).filter((entry): entry is [string, string] => Boolean(entry[1]));
    const search = new URLSearchParams(said).toString();
    window.history.replaceState(null, '', search ? `?${search}` : window.location.pathname);
  };
  return { state, change };
}

export function PricesView() {
  const t = useTranslations('nomenclature');
  const edits = useCan()('price:edit');
  const { state, change } = useAddress();
  const [dialog, setDialog] = useState<Dialog>(null);
  const { data: lists = [] } = useQuery(priceListsQuery(api));
  const { data: categories = [] } = useQuery(treeQuery(api));
  const list = lists.find(({ id }) => id === state.list) ?? defaultOf(lists);
  const paths = useMemo(() => categoryPaths(categories), [categories]);
  const close = () => setDialog(null);
  return (
    <>
      <Notifications position="bottom-center" autoClose={8_000} />
      <NomenclatureFrame
        tab="prices"
        actions={
          edits && (
            <>
              <Button variant="default" onClick={() => setDialog('new')}>
                {t('lists.new')}
              </Button>
              {list && <Button onClick={() => setDialog('mass')}>{t('mass.open')}</Button>}
            </>
          )
        }
      />
      {list ? (
        <>
          <search className={classes.filters}>
            <Select
              aria-label={t('lists.label')}
              data={lists.map(({ id, name }) => ({ value: id, label: name }))}
              value={list.id}
              allowDeselect={false}
              onChange={(id) => change({ list: id ?? undefined })}
            />
            <SearchBox value={state.query ?? ''} onChange={(query) => change({ query: query || undefined })} />
            <Select
              aria-label={t('columns.category')}
              placeholder={t('tree.all')}
              data={paths}
              value={state.category ?? null}
              onChange={(category) => change({ category: category ?? undefined })}
              searchable
              clearable
            />
            <Button variant="default" onClick={() => setDialog('changes')}>
              {t('changes.open')}
            </Button>
            {edits && (
              <Button variant="default" onClick={() => setDialog('list')}>
                {t('lists.settings')}
              </Button>
            )}
          </search>
          <PriceTable key={list.id} list={list} input={tableInput(list, state)} />
        </>
      ) : (
        <EmptyState title={t('lists.empty')} text={t('lists.emptyText')} />
      )}
      {list && dialog === 'mass' && (
        <MassChangeModal list={list} paths={paths} categoryId={state.category ?? null} onClose={close} />
      )}
      {list && dialog === 'changes' && <ChangesModal list={list} onClose={close} />}
      {list && dialog === 'list' && <PriceListModal list={list} onClose={close} />}
      {dialog === 'new' && <PriceListModal list={null} onClose={close} onCreated={(id) => change({ list: id })} />}
    </>
  );
}

const defaultOf = (lists: readonly PriceList[]): PriceList | undefined =>
  lists.find(({ kind, isDefault }) => kind === 'sale' && isDefault) ?? lists[0];

const tableInput = (
  { id }: PriceList,
  { query, category }: { query?: string | undefined; category?: string | undefined },
): PriceTableInput => ({
  listId: id,
  ...(query && { query }),
  ...(category && { categoryId: category }),
});
