'use client';

import { Button, Drawer, Group, Tabs } from '@mantine/core';
import type { CategoryNode, Item } from '@smet/api-client';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';

import { api } from '../../../shared/api/client';
import { viewProblem } from '../../../shared/api/problems';
import { useCan } from '../../../shared/session/session';
import { Notice } from '../../../shared/ui/notice';
import { ProblemAlert } from '../../../shared/ui/problem-alert';
import { SkeletonRows } from '../../../shared/ui/skeleton-rows';
import { IconUsers } from '@tabler/icons-react';
import { itemFieldsQuery, itemQuery } from '../queries';
import { ItemFields } from './item-fields';
import { ItemPrices } from './item-prices';
import { ItemUses } from './item-uses';
import { useItemForm } from './use-item-form';
import { useItemState } from './use-item-state';

interface ItemDrawerProps {
  id: string;
  categories: readonly CategoryNode[];
  onClose: () => void;
}

/** One item: what it is, what it costs and where it is used. */
export default function ItemDrawer({ id, categories, onClose }: ItemDrawerProps) {
  const t = useTranslations('nomenclature');
  const common = useTranslations('common');
  const { data: item, error } = useQuery(itemQuery(api, id));
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size="lg"
      title={item?.name ?? ''}
      closeButtonProps={{ 'aria-label': common('close') }}
    >
      {error && <ProblemAlert problem={viewProblem(error)} />}
      {!item && !error && <SkeletonRows rows={5} />}
      {item && (
        <Tabs defaultValue="item" keepMounted={false}>
          <Tabs.List mb="md">
            <Tabs.Tab value="item">{t('drawer.item')}</Tabs.Tab>
            <Tabs.Tab value="prices">{t('drawer.prices')}</Tabs.Tab>
            <Tabs.Tab value="uses">{t('drawer.uses')}</Tabs.Tab>
          </Tabs.List>
          <Tabs.Panel value="item" keepMounted>
            <ItemForm item={item} categories={categories} />
          </Tabs.Panel>
          <Tabs.Panel value="prices">
            <ItemPrices id={id} />
          </Tabs.Panel>
          <Tabs.Panel value="uses">
            <ItemUses id={id} />
          </Tabs.Panel>
        </Tabs>
      )}
    </Drawer>
  );
}

function ItemForm({ item, categories }: { item: Item; categories: readonly CategoryNode[] }) {
  const t = useTranslations('nomenclature');
  const common = useTranslations('common');
  const edits = useCan()('nomenclature:edit');
  const { data: fields = [] } = useQuery(itemFieldsQuery(api));
  const form = useItemForm(item, fields);
  const stateChange = useItemState(item);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        form.save.mutate();
      }}
    >
      {item.state !== 'active' && <p>{t(`stateAbout.${item.state}`)}</p>}
      <ItemFields
        draft={form.draft}
        categories={categories}
        fields={fields}
        readOnly={!edits || item.state !== 'active'}
        onChange={form.change}
      />
      {form.clashing.length > 0 && (
        <Notice tone="warning" urgent icon={<IconUsers aria-hidden />} title={t('clash.title')}>
          <ul>
            {form.clashing.map(({ key, theirs }) => (
              <li key={key}>{t('clash.line', { field: t(`columns.${key}`), theirs })}</li>
            ))}
          </ul>
          {t('clash.text')}
        </Notice>
      )}
      {form.save.isError && form.clashing.length === 0 && <ProblemAlert problem={viewProblem(form.save.error)} />}
      {stateChange.isError && <ProblemAlert problem={viewProblem(stateChange.error)} />}
      {edits && (
        <Group justify="space-between" mt="lg">
          <Button
            variant="default"
            loading={stateChange.isPending}
            onClick={() => stateChange.mutate(item.state === 'active' ? 'archive' : 'restore')}
          >
            {t(item.state === 'active' ? 'drawer.archive' : 'drawer.restore')}
          </Button>
          <Button type="submit" disabled={!form.dirty} loading={form.save.isPending}>
            {common('save')}
          </Button>
        </Group>
      )}
    </form>
  );
}
