'use client';

import { Loader, Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Item } from '@smet/api-client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { api } from '../../../shared/api/client';
import { viewProblem } from '../../../shared/api/problems';
import { formatMoney } from '../../../shared/formatting';
import { ProblemAlert } from '../../../shared/ui/problem-alert';
import { itemSearchQuery } from '../queries';

interface ItemSelectProps {
  estimateId: string;
  currency: string;
  label: string;
  onPick: (item: Item) => void;
}

const SEARCH_PAUSE_MS = 200;

/** A field that searches the nomenclature at the prices of the estimate. */
export function ItemSelect({ estimateId, currency, label, onPick }: ItemSelectProps) {
  const t = useTranslations('estimates.lines');
  const [text, setText] = useState('');
  const [query] = useDebouncedValue(text.trim(), SEARCH_PAUSE_MS);
  const found = useQuery({ ...itemSearchQuery(api, estimateId, query), placeholderData: keepPreviousData });
  const items = found.data ?? [];
  return (
    <>
      <Select
        label={label}
        placeholder={t('searchPlaceholder')}
        data={items.map(({ code, name, unit, priceMinor }) => ({
          value: code,
          label: priceMinor === null ? name : `${name} · ${formatMoney(priceMinor, currency)}/${unit}`,
          disabled: priceMinor === null,
        }))}
        value={null}
        searchable
        searchValue={text}
        onSearchChange={setText}
        // The server has searched already, also by code; the box must not search the answer again.
        filter={({ options }) => options}
        nothingFoundMessage={found.isFetching ? t('searching') : t('nothingFound')}
        rightSection={found.isFetching ? <Loader size={16} /> : undefined}
        onChange={(code) => {
          const item = items.find((known) => known.code === code);
          if (item) onPick(item);
        }}
        maxDropdownHeight={320}
      />
      {found.isError && <ProblemAlert problem={viewProblem(found.error)} onRetry={() => void found.refetch()} />}
    </>
  );
}
