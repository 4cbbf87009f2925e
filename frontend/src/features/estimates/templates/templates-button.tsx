'use client';

import { Button, Drawer } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconTemplate } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import type { RoomForm } from '../model/types';
import type { EstimateEditing } from '../model/use-estimate-form';
import type { Saving } from '../model/use-saving';
import { TemplateList } from './template-list';
import classes from './templates.module.css';

export interface TemplatesProps {
  editing: EstimateEditing;
  saving: Saving;
  /** The one that is looked at. */
  room: RoomForm | null;
  onRoomAdded: (roomId: string) => void;
}

/** Estimates and rooms kept to begin others from: opens them all. */
export function TemplatesButton(props: TemplatesProps) {
  const t = useTranslations('versions.templates');
  const common = useTranslations('common');
  const [opened, { open, close }] = useDisclosure(false);
  return (
    <>
      <Button variant="default" className={classes.opener} aria-label={t('open')} title={t('open')} onClick={open}>
        <IconTemplate size={18} aria-hidden />
      </Button>
      <Drawer
        opened={opened}
        onClose={close}
        position="right"
        size="md"
        title={t('open')}
        closeButtonProps={{ 'aria-label': common('close') }}
      >
        {opened && <TemplateList {...props} onUsed={close} />}
      </Drawer>
    </>
  );
}
