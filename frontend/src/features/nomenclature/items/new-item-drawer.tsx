'use client';

import { Button, Drawer, Group } from '@mantine/core';
import type { CategoryNode } from '@smet/api-client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { api } from '../../../shared/api/client';
import { unwrap, viewProblem } from '../../../shared/api/problems';
import { queryKeys } from '../../../shared/api/query-keys';
import { ProblemAlert } from '../../../shared/ui/problem-alert';
import { itemFieldsQuery } from '../queries';
import { changeOfItem, EMPTY_ITEM } from './item-draft';
import { ItemFields } from './item-fields';

interface NewItemDrawerProps {
  categories: readonly CategoryNode[];
  /** Where the person stands in the tree: the new one is most likely meant for it. */
  categoryId: string | null;
  onClose: () => void;
  onCreated: (id: string) => void;
}

export default function NewItemDrawer({ categories, categoryId, onClose, onCreated }: NewItemDrawerProps) {
  const t = useTranslations('nomenclature');
  const common = useTranslations('common');
  const queries = useQueryClient();
  const { data: fields = [] } = useQuery(itemFieldsQuery(api));
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const [draft, setDraft] = useState({ ...EMPTY_ITEM, categoryId: categoryId ?? categories[0]?.id ?? '' });
  const types = Object.fromEntries(fields.map(({ key, type }) => [key, type]));
  const create = useMutation({
    mutationFn: () => {
      const { categoryId: category, code, name, unit, kind } = draft;
      const { norm, barcodes, fields: own } = changeOfItem(EMPTY_ITEM, draft, types);
      const body = {
        categoryId: category,
        code: code.trim(),
        name: name.trim(),
        unit: unit.trim(),
        kind,
        ...(norm && { norm }),
        ...(barcodes && { barcodes }),
        ...(own && { fields: own }),
      };
      return unwrap(api.POST('/api/v1/items', { headers: { 'Idempotency-Key': idempotencyKey }, body }));
    },
    onSuccess: ({ id }) => {
      void queries.invalidateQueries({ queryKey: queryKeys.nomenclature.all });
      onCreated(id);
    },
  });
  const incomplete = [draft.code, draft.name, draft.unit, draft.categoryId].some((text) => text.trim() === '');
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size="lg"
      title={t('newItem')}
      closeButtonProps={{ 'aria-label': common('close') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          create.mutate();
        }}
      >
        <ItemFields draft={draft} categories={categories} fields={fields} readOnly={false} onChange={setDraft} />
        {create.isError && <ProblemAlert problem={viewProblem(create.error)} />}
        <Group justify="flex-end" mt="lg">
          <Button type="submit" disabled={incomplete} loading={create.isPending}>
            {t('create')}
          </Button>
        </Group>
      </form>
    </Drawer>
  );
}
