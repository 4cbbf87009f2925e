'use client';

import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import dynamic from 'next/dynamic';
import { useCan } from '../../../shared/session/session';

const loadModal = () => import('./new-client-modal');
const NewClientModal = dynamic(loadModal, { ssr: false });

/** The main action of the list. The form is fetched when the pointer comes near, not with the page. */
export function NewClient() {
  const t = useTranslations('clients');
  const can = useCan();
  const [opened, modal] = useDisclosure(false);
  if (!can('client:create')) return null;
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
      {opened && <NewClientModal onClose={modal.close} />}
    </>
  );
}
