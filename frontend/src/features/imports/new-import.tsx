'use client';

import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconTableImport } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import dynamic from 'next/dynamic';
import { useCan } from '../../shared/session/session';
import { IMPORT_KINDS } from './kinds';

const NewImportModal = dynamic(() => import('./new-import-modal'), { ssr: false });

/** The main action of the page. Only for those who may change something by a table. */
export function NewImport() {
  const t = useTranslations('imports');
  const can = useCan();
  const [opened, modal] = useDisclosure(false);
  const kinds = IMPORT_KINDS.filter(({ permission }) => can(permission)).map(({ kind }) => kind);
  if (!can('import:run') || kinds.length === 0) return null;
  return (
    <>
      <Button leftSection={<IconTableImport size={18} />} onClick={modal.open}>
        {t('new')}
      </Button>
      {opened && <NewImportModal kinds={kinds} onClose={modal.close} />}
    </>
  );
}
