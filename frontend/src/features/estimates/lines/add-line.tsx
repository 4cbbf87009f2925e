'use client';

import { Button, Loader, Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Item } from '@smet/api-client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { api } from '../../../shared/api/client';
import { viewProblem } from '../../../shared/api/problems';
import { formatMoney } from '../../../shared/formatting';
import { focusOnAppear } from '../../../shared/ui/focus-on-appear';
import { ProblemAlert } from '../../../shared/ui/problem-alert';
import { itemSearchQuery } from '../queries';
import classes from './lines.module.css';

interface AddLineProps {
  estimateId: string;
  currency: string;
  /** What the line is added to, for those who do not see the page. */
  place: string;
  onAdd: (item: Item) => void;
}

/** A button that becomes a search in the nomenclature. */
export function AddLine({ estimateId, currency, place, onAdd }: AddLineProps) {
  const t = useTranslations('estimates.lines');
  const [open, setOpen] = useState(false);
  if (open) {
    return (
      <ItemSearch
        estimateId={estimateId}
        currency={currency}
        onClose={() => setOpen(false)}
        onPick={(item) => {
          setOpen(false);
          onAdd(item);
        }}
      />
    );
  }
  return (
    <Button
      variant="subtle"
      size="compact-sm"
      leftSection={<IconPlus size={15} />}
      aria-label={t('addTo', { place })}
      onClick={() => setOpen(true)}
    >
      {t('add')}
    </Button>
  );
}

interface ItemSearchProps {
  estimateId: string;
  currency: string;
  onPick: (item: Item) => void;
  onClose: () => void;
}

const SEARCH_PAUSE_MS = 200;

function ItemSearch({ estimateId, currency, onPick, onClose }: ItemSearchProps) {
  const t = useTranslations('estimates.lines');
  const [text, setText] = useState('');
  const [query] = useDebouncedValue(text.trim(), SEARCH_PAUSE_MS);
  const found = useQuery({ ...itemSearchQuery(api, estimateId, query), placeholderData: keepPreviousData });
  const items = new Map((found.data ?? []).map((item) => [item.code, item]));
  return (
    <div className={classes.search}>
      <Select
        aria-label={t('searchLabel')}
        placeholder={t('searchPlaceholder')}
        data={[...items.values()].map(({ code, name, priceMinor }) => ({
          value: code,
          label: name,
          disabled: priceMinor === null,
        }))}
        value={null}
        searchable
        searchValue={text}
        onSearchChange={setText}
        // The server has searched already, also by code; the box must not search the answer again.
        filter={({ options }) => options}
        renderOption={({ option }) => <ItemOption item={items.get(option.value)} currency={currency} />}
        nothingFoundMessage={found.isFetching ? t('searching') : t('nothingFound')}
        rightSection={found.isFetching ? <Loader size={16} /> : undefined}
        onChange={(code) => {
          const item = code === null ? undefined : items.get(code);
          if (item) onPick(item);
        }}
        onBlur={onClose}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onClose();
        }}
        maxDropdownHeight={320}
        defaultDropdownOpened
        ref={focusOnAppear}
      />
      {found.isError && <ProblemAlert problem={viewProblem(found.error)} onRetry={() => void found.refetch()} />}
    </div>
  );
}

function ItemOption({ item, currency }: { item: Item | undefined; currency: string }) {
  const t = useTranslations('estimates.lines');
  if (!item) return null;
  return (
    <div className={classes.option}>
      <span>
        {item.name}
        <span className={classes.optionNote}>
          {item.code} · {item.category.name}
        </span>
      </span>
      <span className="tabular">
        {item.priceMinor === null ? t('noPrice') : `${formatMoney(item.priceMinor, currency)}/${item.unit}`}
      </span>
    </div>
  );
}
