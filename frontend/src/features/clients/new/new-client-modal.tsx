'use client';

import { Modal } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { NewClientForm } from './new-client-form';

export default function NewClientModal({ onClose }: { onClose: () => void }) {
  const t = useTranslations('clients');
  const common = useTranslations('common');
  const router = useRouter();
  const narrow = useMediaQuery('(max-width: 47.99em)');
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('new')}
      size="lg"
      fullScreen={narrow}
      closeButtonProps={{ 'aria-label': common('close') }}
      closeOnClickOutside={false}
    >
      <NewClientForm onCancel={onClose} onCreated={(id) => router.push(`/clients/${id}`)} />
    </Modal>
  );
}
