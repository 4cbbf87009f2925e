'use client';

import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { api } from '../../../shared/api/client';
import { queryKeys } from '../../../shared/api/query-keys';
import { templateApi } from '../estimate-api';
import type { NewTemplate } from '../estimate-api';
import { offerUndo } from '../../../shared/ui/offer-undo';
import type { TemplateHead } from '../model/types';

/** Keeping a template and taking one away; what was taken away can be put back. */
export function useTemplateActions() {
  const t = useTranslations('versions.templates');
  const queries = useQueryClient();
  const templates = templateApi(api);
  const refresh = () => queries.invalidateQueries({ queryKey: queryKeys.estimateTemplates });
  const create = useMutation({
    mutationFn: (template: NewTemplate) => templates.create(template),
    onSuccess: async ({ name }) => {
      notifications.show({ message: t('saved', { name }), color: 'gray' });
      await refresh();
    },
  });
  const remove = useMutation({
    mutationFn: async ({ id }: TemplateHead) => {
      const { id: _id, canRemove: _canRemove, ...template } = await templates.get(id);
      await templates.remove(id);
      return template;
    },
    onSuccess: async (template) => {
      offerUndo(t('removed', { name: template.name }), () => create.mutate(template));
      await refresh();
    },
  });
  return { create, remove };
}
