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
  const number = String(base.number);
  const isAccepted = base.versions.some((version) => version.number === base.number && version.accepted);
  const state = isAccepted ? t('accepted') : t(`status.${base.status}`);
  return (
    <>
      <Button
        variant="default"
        size="compact-sm"
        className={classes.opener}
        leftSection={<IconVersions size={15} aria-hidden />}
        aria-label={t('openFrom', { number, state })}
        title={t('open')}
        onClick={open}
      >
        {t('version', { number })}
        <span className={classes.openerState}>{state}</span>
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
