'use client';

import { ActionIcon, Menu } from '@mantine/core';
import { IconDots, IconTrash } from '@tabler/icons-react';
import type { Client } from '@smet/api-client';
import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import type { ReactNode } from 'react';
import { viewProblem } from '../../../shared/api/problems';
import { useCan } from '../../../shared/session/session';
import { ProblemAlert } from '../../../shared/ui/problem-alert';
import { useDeleteClient } from '../use-trash';
import classes from './client-view.module.css';

/** What is done with a client as a whole. */
export function useClientActions(client: Client): { menu: ReactNode; problem: ReactNode } {
  const t = useTranslations('client.actions');
  const router = useRouter();
  const can = useCan();
  const remove = useDeleteClient();
  const problem = remove.isError && (
    <div className={classes.problem}>
      <ProblemAlert problem={viewProblem(remove.error)} />
    </div>
  );
  const menu = can('client:delete') && client.deletedAt === null && (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="default" size={36} aria-label={t('open')}>
          <IconDots size={18} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<IconTrash size={18} />}
          onClick={() => remove.mutate(client, { onSuccess: () => router.push('/clients') })}
        >
          {t('delete')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
  return { menu, problem };
}
