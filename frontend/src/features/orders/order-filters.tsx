'use client';

import { Button, CloseButton, Select, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { api } from '../../shared/api/client';
import type { OrderListInput } from '../../shared/api/query-keys';
import { pipelinesQuery, usersQuery } from '../../shared/api/reference-queries';
import { useCan } from '../../shared/session/session';
import classes from './order-list.module.css';

const SEARCH_PAUSE_MS = 300;

interface OrderFiltersProps {
  state: OrderListInput;
  onChange: (patch: Partial<OrderListInput>) => void;
}

export function OrderFilters({ state, onChange }: OrderFiltersProps) {
  const t = useTranslations('orders');
  const can = useCan();
  const pipelines = useQuery(pipelinesQuery(api));
  const users = useQuery({ ...usersQuery(api), enabled: can('user:read') });
  const stages = (pipelines.data ?? []).flatMap((pipeline) => pipeline.stages);
  const filtered = Boolean(state.query ?? state.stageId ?? state.responsibleUserId);
  return (
    <search className={classes.filters}>
      <SearchBox value={state.query ?? ''} onChange={(query) => onChange({ query: query || undefined })} />
      <Select
        aria-label={t('stage')}
        placeholder={t('anyStage')}
        data={stages.map((stage) => ({ value: stage.id, label: stage.name }))}
        value={state.stageId ?? null}
        onChange={(stageId) => onChange({ stageId: stageId ?? undefined })}
        clearable
      />
      {can('user:read') && (
        <Select
          aria-label={t('responsible')}
          placeholder={t('anyResponsible')}
          data={(users.data ?? []).map((user) => ({ value: user.id, label: user.name }))}
          value={state.responsibleUserId ?? null}
          onChange={(id) => onChange({ responsibleUserId: id ?? undefined })}
          searchable
          clearable
        />
      )}
      {filtered && (
        <Button
          variant="subtle"
          color="gray"
          onClick={() => onChange({ query: undefined, stageId: undefined, responsibleUserId: undefined })}
        >
          {t('reset')}
        </Button>
      )}
    </search>
  );
}

/** Keeps its own text while typing; the address, and with it the list, follow after a short pause. */
function SearchBox({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const t = useTranslations('orders');
  const [text, setText] = useState(value);
  const announce = useDebouncedCallback(onChange, SEARCH_PAUSE_MS);
  const [known, setKnown] = useState(value);
  // The address changed by other means (Back, reset): the box follows it, but never while it says the same already.
  if (known !== value) {
    setKnown(value);
    if (text.trim() !== value) setText(value);
  }
  const type = (typed: string) => {
    setText(typed);
    announce(typed.trim());
  };
  return (
    <TextInput
      aria-label={t('search')}
      placeholder={t('searchPlaceholder')}
      leftSection={<IconSearch size={16} aria-hidden />}
      rightSection={text && <CloseButton size="sm" aria-label={t('reset')} onClick={() => type('')} />}
      value={text}
      onChange={(event) => type(event.currentTarget.value)}
      maxLength={100}
    />
  );
}
