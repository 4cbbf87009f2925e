'use client';

import { Button, Group, Modal, Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { useEffect, useRef } from 'react';
import type { Saving } from './model/use-saving';

interface LeaveDialogProps {
  target: string;
  /** False when all has been saved while this was open. */
  dirty: boolean;
  saving: Saving;
  onStay: () => void;
}

export function LeaveDialog({ target, dirty, saving, onStay }: LeaveDialogProps) {
  const t = useTranslations('estimates.leave');
  const common = useTranslations('common');
  const router = useRouter();
  const leaving = useRef(false);
  const { isSaving, error, conflict, unfinished, savedAt } = saving;

  const saveAndLeave = () => {
    leaving.current = true;
    if (dirty) saving.submit();
    else router.push(target);
  };
  const stopped = Boolean(error) || conflict || unfinished.length > 0;
  useEffect(() => {
    if (!leaving.current || isSaving) return;
    if (stopped) onStay();
    else if (savedAt !== null) router.push(target);
  }, [isSaving, stopped, savedAt, onStay, router, target]);

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
        <Button variant="default" onClick={onStay}>
          {t('stay')}
        </Button>
        <Button variant="default" onClick={() => router.push(target)}>
          {t('leave')}
        </Button>
        <Button loading={isSaving} onClick={saveAndLeave}>
          {t('save')}
        </Button>
      </Group>
    </Modal>
  );
}
