'use client';

import { Button, Select } from '@mantine/core';
import type { Item } from '@smet/api-client';
import { IconPackages } from '@tabler/icons-react';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { api } from '../../../shared/api/client';
import { viewProblem } from '../../../shared/api/problems';
import { formatMoney } from '../../../shared/formatting';
import { useCan, useMe } from '../../../shared/session/session';
import { DataTable } from '../../../shared/ui/data-table';
import { EmptyState } from '../../../shared/ui/empty-state';
import { ProblemAlert } from '../../../shared/ui/problem-alert';
import { itemsQuery } from '../queries';
import { SearchBox } from '../search-box';
import { KINDS } from './list-state';
import type { ItemListInput } from './list-state';
import { useItemColumns } from './use-item-columns';
import classes from '../nomenclature.module.css';

interface ItemListProps {
  state: ItemListInput;
  onChange: (patch: Partial<ItemListInput>) => void;
  onOpen: (id: string) => void;
}

export function ItemList({ state, onChange, onOpen }: ItemListProps) {
  const t = useTranslations('nomenclature');
  const columns = useItemColumns(onOpen);
  const list = useInfiniteQuery({ ...itemsQuery(api, state), placeholderData: keepPreviousData });
  const items = useMemo(() => list.data?.pages.flatMap((page) => page.items) ?? [], [list.data]);
  const filtered = Boolean(state.query ?? state.categoryId ?? state.kind ?? state.state);
  return (
    <>
      <Filters state={state} onChange={onChange} />
      {list.isError && <ProblemAlert problem={viewProblem(list.error)} onRetry={() => void list.refetch()} />}
      <DataTable<Item>
        records={items}
        columns={columns}
        idOf={({ id }) => id}
        sort={{
          value: state.sort,
          onChange: (sort) => onChange({ sort: sort as ItemListInput['sort'] }),
        }}
        fetching={list.isPlaceholderData || list.isPending}
        card={cardOf(onOpen)}
        empty={
          <EmptyState
            icon={<IconPackages size={36} stroke={1.5} />}
            title={t(filtered ? 'empty.filtered' : 'empty.title')}
            text={t(filtered ? 'empty.filteredText' : 'empty.text')}
          />
        }
      />
      {items.length > 0 && (
        <div className={classes.foot}>
          <span aria-live="polite">{t(list.hasNextPage ? 'shown' : 'shownAll', { count: items.length })}</span>
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

function Filters({ state, onChange }: Pick<ItemListProps, 'state' | 'onChange'>) {
  const t = useTranslations('nomenclature');
  const edits = useCan()('nomenclature:edit');
  const states = edits ? (['active', 'archived', 'deleted'] as const) : (['active', 'archived'] as const);
  return (
    <search className={classes.filters}>
      <SearchBox value={state.query ?? ''} onChange={(query) => onChange({ query: query || undefined })} />
      <Select
        aria-label={t('columns.kind')}
        placeholder={t('anyKind')}
        data={KINDS.map((value) => ({ value, label: t(`kinds.${value}`) }))}
        value={state.kind ?? null}
        onChange={(kind) => onChange({ kind: kind ?? undefined })}
        clearable
      />
      <Select
        aria-label={t('columns.state')}
        data={states.map((value) => ({ value, label: t(`states.${value}`) }))}
        value={state.state ?? 'active'}
        allowDeselect={false}
        onChange={(value) => onChange({ state: value === 'active' ? undefined : (value ?? undefined) })}
      />
    </search>
  );
}

const cardOf = (onOpen: (id: string) => void) =>
  function renderCard(item: Item) {
    return <ItemCard item={item} onOpen={onOpen} />;
  };

function ItemCard({ item, onOpen }: { item: Item; onOpen: (id: string) => void }) {
  const { currency } = useMe().organization;
  return (
    <button type="button" className={classes.card} onClick={() => onOpen(item.id)}>
      <span className={classes.cardName}>{item.name}</span>
      <span className={`${classes.cardSum} tabular`}>
        {item.priceMinor === null ? '—' : formatMoney(item.priceMinor, currency)}
      </span>
      <span className={classes.cardLine}>
        {item.code} · {item.unit} · {item.category.name}
      </span>
    </button>
  );
}
