'use client';

import { Button, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { api } from '../../shared/api/client';
import type { OrderListInput } from '../../shared/api/query-keys';
import { pipelinesQuery, usersQuery } from '../../shared/api/reference-queries';
import { useCan } from '../../shared/session/session';
import { SearchBox } from '../../shared/ui/search-box';
import classes from './order-list.module.css';

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
      <SearchBox
        value={state.query ?? ''}
        onChange={(query) => onChange({ query: query || undefined })}
        label={t('search')}
        placeholder={t('searchPlaceholder')}
        resetLabel={t('reset')}
      />
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
