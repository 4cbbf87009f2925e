'use client';

import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import dynamic from 'next/dynamic';
import { useCan } from '../../shared/session/session';
import type { ClientField } from './new-order-form';

const loadModal = () => import('./new-order-modal');
const NewOrderModal = dynamic(loadModal, { ssr: false });

/** The main action of the list. The form is fetched when the pointer comes near, not with the page. */
export function NewOrder({ clientField }: { clientField: ClientField }) {
  const t = useTranslations('orders');
  const can = useCan();
  const [opened, modal] = useDisclosure(false);
  if (!can('order:create')) return null;
  return (
    <>
      <Button
        leftSection={<IconPlus size={18} />}
        onClick={modal.open}
        onPointerEnter={() => void loadModal()}
        onFocus={() => void loadModal()}
      >
        {t('new')}
      </Button>
      {opened && <NewOrderModal clientField={clientField} onClose={modal.close} />}
    </>
  );
}
