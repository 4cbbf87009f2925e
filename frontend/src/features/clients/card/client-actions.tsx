'use client';

import { ActionIcon, Menu } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconArrowMerge, IconDots, IconTrash } from '@tabler/icons-react';
import type { Client } from '@smet/api-client';
import { useTranslations } from 'next-intl';
import dynamic from 'next/dynamic';
import { useRouter } from 'next/navigation';
import type { ReactNode } from 'react';
import { viewProblem } from '../../../shared/api/problems';
import { useCan } from '../../../shared/session/session';
import { ProblemAlert } from '../../../shared/ui/problem-alert';
import { useDeleteClient } from '../use-trash';
import classes from './client-view.module.css';

const MergeDialog = dynamic(() => import('../merge/merge-dialog'), { ssr: false });

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
  const [merging, merge] = useDisclosure(false);
  const [mayMerge, mayDelete] = [can('client:merge'), can('client:delete')];
  if (client.deletedAt !== null || !(mayMerge || mayDelete)) return { menu: null, problem };
  const menu = (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon variant="default" size={36} aria-label={t('open')}>
            <IconDots size={18} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {mayMerge && (
            <Menu.Item leftSection={<IconArrowMerge size={18} />} onClick={merge.open}>
              {t('merge')}
            </Menu.Item>
          )}
          {mayDelete && (
            <Menu.Item
              leftSection={<IconTrash size={18} />}
              onClick={() => remove.mutate(client, { onSuccess: () => router.push('/clients') })}
            >
              {t('delete')}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      {merging && <MergeDialog client={client} onClose={merge.close} />}
    </>
  );
  return { menu, problem };
}
