'use client';

import { ActionIcon, Button, Stack } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { api } from '../../../shared/api/client';
import { viewProblem } from '../../../shared/api/problems';
import { EmptyState } from '../../../shared/ui/empty-state';
import { ProblemAlert } from '../../../shared/ui/problem-alert';
import { SkeletonRows } from '../../../shared/ui/skeleton-rows';
import type { EstimateTemplate, TemplateHead } from '../model/types';
import { templateApi } from '../estimate-api';
import { templatesQuery } from '../queries';
import { KeepAsTemplate } from './keep-as-template';
import type { TemplatesProps } from './templates-drawer';
import { useTemplateActions } from './use-template-actions';
import classes from './templates.module.css';

interface TemplateListProps extends TemplatesProps {
  onUse: (template: EstimateTemplate) => void;
}

/** Keeps what is here, and begins from what was kept. */
export function TemplateList({ onUse, ...props }: TemplateListProps) {
  const t = useTranslations('versions.templates');
  const { base } = props.editing;
  const templates = useQuery(templatesQuery(api));
  const use = useMutation({
    mutationFn: ({ id }: TemplateHead) => templateApi(api).get(id),
    onSuccess: onUse,
  });
  const known = templates.data ?? [];
  return (
    <Stack gap="lg">
      {base.canEdit && <KeepAsTemplate {...props} />}
      {templates.isError && (
        <ProblemAlert problem={viewProblem(templates.error)} onRetry={() => void templates.refetch()} />
      )}
      {use.isError && <ProblemAlert problem={viewProblem(use.error)} />}
      {templates.isPending && <SkeletonRows />}
      {templates.isSuccess && known.length === 0 && <EmptyState title={t('empty')} text={t('emptyText')} />}
      {(['estimate', 'room'] as const).map((kind) => (
        <Kind
          key={kind}
          title={t(kind === 'estimate' ? 'estimates' : 'rooms')}
          templates={known.filter((template) => template.kind === kind)}
          canUse={base.canEdit}
          onUse={(template) => use.mutate(template)}
        />
      ))}
    </Stack>
  );
}

interface KindProps {
  title: string;
  templates: TemplateHead[];
  canUse: boolean;
  onUse: (template: TemplateHead) => void;
}

function Kind({ title, templates, canUse, onUse }: KindProps) {
  const t = useTranslations('versions.templates');
  const { remove } = useTemplateActions();
  if (templates.length === 0) return null;
  return (
    <section>
      <h3 className={classes.heading}>{title}</h3>
      <ul className={classes.templates}>
        {templates.map((template) => (
          <li key={template.id} className={classes.template}>
            <span className={classes.name}>{template.name}</span>
            {canUse && (
              <>
                <Button size="xs" variant="default" onClick={() => onUse(template)}>
                  {t('use')}
                </Button>
                {template.canRemove && (
                  <ActionIcon
                    variant="subtle"
                    color="gray"
                    size={36}
                    aria-label={t('remove', { name: template.name })}
                    onClick={() => remove.mutate(template)}
                  >
                    <IconTrash size={16} />
                  </ActionIcon>
                )}
              </>
            )}
          </li>
        ))}
      </ul>
      {remove.isError && <ProblemAlert problem={viewProblem(remove.error)} />}
    </section>
  );
}
