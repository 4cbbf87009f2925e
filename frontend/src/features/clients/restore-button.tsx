'use client';

import { Button } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import type { ClientRow } from '@smet/api-client';
import { useTranslations } from 'next-intl';
import { useCan } from '../../shared/session/session';
import { useRestoreClient } from './use-trash';

/** Takes a client out of the trash. */
export function RestoreButton({ client }: { client: ClientRow }) {
  const t = useTranslations('clients');
  const can = useCan();
  const restore = useRestoreClient();
  if (!can('client:delete')) return null;
  return (
    <Button
      size="compact-sm"
      variant="light"
      leftSection={<IconArrowBackUp size={16} />}
      loading={restore.isPending}
      // The row it stands in opens the client.
      onClick={(event) => {
        event.stopPropagation();
        restore.mutate(client);
      }}
    >
      {t('restore')}
    </Button>
  );
}
