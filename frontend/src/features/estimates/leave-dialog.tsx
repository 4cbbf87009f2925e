'use client';

import { Button, Group, Modal, Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';

interface LeaveDialogProps {
  target: string;
  onStay: () => void;
}

/** Asked only when something will not be saved by itself: it stays on this device. */
export function LeaveDialog({ target, onStay }: LeaveDialogProps) {
  const t = useTranslations('estimates.leave');
  const common = useTranslations('common');
  const router = useRouter();
  return (
    <Modal
      size="lg"
      opened
      onClose={onStay}
      title={t('title')}
      closeButtonProps={{ 'aria-label': common('close') }}
      centered
    >
      <Text size="sm" mb="lg">
        {t('text')}
      </Text>
      <Group justify="flex-end" gap="sm">
        <Button variant="default" onClick={() => router.push(target)}>
          {t('leave')}
        </Button>
        <Button onClick={onStay}>{t('stay')}</Button>
      </Group>
    </Modal>
  );
}
