'use client';

import { Button, Stack } from '@mantine/core';
import { IconSend } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { viewProblem } from '../../../shared/api/problems';
import { useCan } from '../../../shared/session/session';
import { Notice } from '../../../shared/ui/notice';
import { ProblemAlert } from '../../../shared/ui/problem-alert';
import type { EstimateView } from '../model/types';
import { useEstimateAction } from './use-estimate-action';

/**
 * Somebody sent the version while there were unsaved changes here. A new one begins as what was sent: the editor puts
 * what is typed together with it, as with anything others save.
 */
export function SentMeanwhile({ estimate }: { estimate: EstimateView }) {
  const t = useTranslations('versions.sentMeanwhile');
  const can = useCan();
  const create = useEstimateAction(estimate.id, (api, version: number) => api.newVersion({ version }));
  return (
    <Notice urgent tone="warning" icon={<IconSend />} title={t('title')}>
      <Stack gap="sm" align="flex-start">
        <span>{t('text')}</span>
        {can('estimate:edit') && (
          <Button size="compact-sm" loading={create.isPending} onClick={() => create.mutate(estimate.version)}>
            {t('begin')}
          </Button>
        )}
        {create.isError && <ProblemAlert problem={viewProblem(create.error)} />}
      </Stack>
    </Notice>
  );
}
