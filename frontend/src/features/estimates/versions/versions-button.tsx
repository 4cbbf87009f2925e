'use client';

import { Button, Drawer } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconVersions } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import type { EstimateEditing } from '../model/use-estimate-form';
import type { Saving } from '../model/use-saving';
import { VersionList } from './version-list';
import classes from './versions.module.css';

interface VersionsButtonProps {
  editing: EstimateEditing;
  saving: Saving;
}

/** Which version this is; opens all of them and what can be done with the newest. */
export function VersionsButton({ editing, saving }: VersionsButtonProps) {
  const t = useTranslations('versions');
  const common = useTranslations('common');
  const [opened, { open, close }] = useDisclosure(false);
  const { base } = editing;
  const label = t('version', { number: String(base.number) });
  return (
    <>
      <Button variant="default" className={classes.opener} aria-label={t('open')} title={t('open')} onClick={open}>
        <IconVersions size={18} aria-hidden />
        <span className={classes.openerWords}>{label}</span>
      </Button>
      <Drawer
        opened={opened}
        onClose={close}
        position="right"
        size="lg"
        title={t('title')}
        closeButtonProps={{ 'aria-label': common('close') }}
      >
        {opened && <VersionList editing={editing} saving={saving} />}
      </Drawer>
    </>
  );
}
