'use client';

import { Button, Group, Modal, Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { useLeaveGuard } from '../../shared/ui/use-leave-guard';

/** Stands in the way of a link while changed settings are not saved. */
export function LeaveDialog({ dirty }: { dirty: boolean }) {
  const t = useTranslations('settings.leave');
  const common = useTranslations('common');
  const router = useRouter();
  const { waiting, stay } = useLeaveGuard({ asks: dirty, warns: dirty });
  if (waiting === null) return null;
  return (
    <Modal opened onClose={stay} title={t('title')} closeButtonProps={{ 'aria-label': common('close') }} centered>
      <Text size="sm" mb="lg">
        {t('text')}
      </Text>
      <Group justify="flex-end" gap="sm">
        <Button variant="default" onClick={() => router.push(waiting)}>
          {t('leave')}
        </Button>
        <Button onClick={stay} data-autofocus>
          {t('stay')}
        </Button>
      </Group>
    </Modal>
  );
}
