'use client';

import { Modal } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { NewOrderForm } from './new-order-form';
import type { ClientField } from './new-order-form';

export default function NewOrderModal({ clientField, onClose }: { clientField: ClientField; onClose: () => void }) {
  const t = useTranslations('orders.form');
  const common = useTranslations('common');
  const router = useRouter();
  const narrow = useMediaQuery('(max-width: 47.99em)');
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('title')}
      size="lg"
      fullScreen={narrow}
      closeButtonProps={{ 'aria-label': common('close') }}
      closeOnClickOutside={false}
    >
      <NewOrderForm
        clientField={clientField}
        onCancel={onClose}
        onCreated={(orderId) => router.push(`/orders/${orderId}`)}
      />
    </Modal>
  );
}
