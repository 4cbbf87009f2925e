'use client';

import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import type { Item } from '@smet/api-client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { api } from '../../../shared/api/client';
import { itemSearchQuery } from '../queries';

const SEARCH_AFTER_MS = 200;

interface ItemFieldProps {
  label: string;
  value: string | null;
  /** Items known by code, with their names. */
  items: ReadonlyMap<string, Item>;
  onChange: (code: string | null) => void;
  readOnly?: boolean;
  placeholder?: string;
  clearable?: boolean;
  /** Why there has to be an item. */
  error?: string | undefined;
}

/** An item of the nomenclature, found by code or part of its name. */
export function ItemField(props: ItemFieldProps) {
  const { label, value, items, onChange, readOnly = false, placeholder, clearable = false, error } = props;
  const t = useTranslations('rules.item');
  const [text, setText] = useState('');
  const [searched] = useDebouncedValue(text, SEARCH_AFTER_MS);
  const [opened, setOpened] = useState(false);
  const chosen = value === null ? undefined : items.get(value);
  const labelOf = (item: Item) => `${item.name} · ${item.code}`;
  const shown = chosen ? labelOf(chosen) : (value ?? '');
  const query = searched === shown ? '' : searched;
  const found = useQuery({ ...itemSearchQuery(api, query), enabled: opened });
  const options = new Map((found.data ?? []).map((item) => [item.code, labelOf(item)]));
  if (value !== null) options.set(value, shown);
  const wrong = value !== null && items.size > 0 && (chosen ? chosen.priceMinor === null && 'noPrice' : 'unknown');
  return (
    <Select
      label={label}
      placeholder={placeholder ?? t('placeholder')}
      data={[...options].map(([code, name]) => ({ value: code, label: name }))}
      value={value}
      searchable
      searchValue={text}
      clearable={clearable}
      allowDeselect={false}
      readOnly={readOnly}
      error={wrong ? t(wrong) : error}
      // The server has searched already.
      filter={({ options: all }) => all}
      nothingFoundMessage={t('nothing')}
      maxDropdownHeight={280}
      comboboxProps={{ withinPortal: true }}
      onSearchChange={setText}
      onDropdownOpen={() => setOpened(true)}
      onDropdownClose={() => setOpened(false)}
      onChange={onChange}
    />
  );
}
