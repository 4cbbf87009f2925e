'use client';

import '@mantine/notifications/styles.layer.css';
import { Button, Drawer } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Notifications } from '@mantine/notifications';
import { IconListTree, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import dynamic from 'next/dynamic';
import { useSearchParams } from 'next/navigation';
import { useCallback, useMemo, useState } from 'react';
import { api } from '../../shared/api/client';
import { useCan } from '../../shared/session/session';
import { ItemList } from './items/item-list';
import { readItemList, writeItemList } from './items/list-state';
import type { ItemListInput } from './items/list-state';
import { NomenclatureFrame } from './nomenclature-frame';
import { treeQuery } from './queries';
import { CategoryTree } from './tree/category-tree';
import classes from './nomenclature.module.css';

const ItemDrawer = dynamic(() => import('./items/item-drawer'), { ssr: false });
const NewItemDrawer = dynamic(() => import('./items/new-item-drawer'), { ssr: false });

/** The list and the open item are the address: Back, a reload and a sent link all show the same. */
function useAddress() {
  const params = useSearchParams();
  const state = useMemo(() => readItemList(params), [params]);
  const openId = params.get('item');
  const write = useCallback((next: URLSearchParams) => {
    const search = next.toString();
    window.history.replaceState(null, '', search ? `?${search}` : window.location.pathname);
  }, []);
  const change = (patch: Partial<ItemListInput>) => write(writeItemList({ ...state, ...patch }));
  const open = useCallback(
    (id: string | null) => {
      const next = writeItemList(readItemList(params));
      if (id !== null) next.set('item', id);
      write(next);
    },
    [params, write],
  );
  return { state, openId, change, open };
}

export function NomenclatureView() {
  const t = useTranslations('nomenclature');
  const common = useTranslations('common');
  const edits = useCan()('nomenclature:edit');
  const { state, openId, change, open } = useAddress();
  const { data: categories = [] } = useQuery(treeQuery(api));
  const [treeOpened, tree] = useDisclosure(false);
  const [adding, setAdding] = useState(false);
  const select = (id: string | null) => {
    change({ categoryId: id ?? undefined });
    tree.close();
  };
  const chosen = categories.find(({ id }) => id === state.categoryId);
  const treePane = <CategoryTree categories={categories} selected={state.categoryId ?? null} onSelect={select} />;
  return (
    <>
      <Notifications position="bottom-center" autoClose={8_000} />
      <NomenclatureFrame
        tab="items"
        actions={
          edits && (
            <Button
              leftSection={<IconPlus size={18} />}
              disabled={categories.length === 0}
              onClick={() => setAdding(true)}
            >
              {t('newItem')}
            </Button>
          )
        }
      />
      <div className={classes.panes}>
        <aside className={classes.treePane}>{treePane}</aside>
        <div className={classes.listPane}>
          <Button
            className={classes.treeButton}
            variant="default"
            justify="flex-start"
            leftSection={<IconListTree size={18} />}
            onClick={tree.open}
          >
            {chosen?.name ?? t('tree.all')}
          </Button>
          <ItemList state={state} onChange={change} onOpen={open} />
        </div>
      </div>
      <Drawer
        opened={treeOpened}
        onClose={tree.close}
        title={t('tree.label')}
        closeButtonProps={{ 'aria-label': common('close') }}
      >
        {treePane}
      </Drawer>
      {openId !== null && <ItemDrawer key={openId} id={openId} categories={categories} onClose={() => open(null)} />}
      {adding && (
        <NewItemDrawer
          categories={categories}
          categoryId={state.categoryId ?? null}
          onClose={() => setAdding(false)}
          onCreated={(id) => {
            setAdding(false);
            open(id);
          }}
        />
      )}
    </>
  );
}
