'use client';

import { Button, Menu } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { useCan } from '../../shared/session/session';
import { IMPORT_KINDS } from './kinds';

const FORMATS = ['xlsx', 'csv'] as const;

/** The same columns as imports take: what is saved, changed and brought back finds its rows again. */
export function ExportMenu() {
  const t = useTranslations('imports');
  const can = useCan();
  const kinds = IMPORT_KINDS.filter(({ permission }) => can(permission));
  if (kinds.length === 0) return null;
  return (
    <Menu position="bottom-end" width={260}>
      <Menu.Target>
        <Button variant="default" leftSection={<IconDownload size={18} />}>
          {t('export.title')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('export.about')}</Menu.Label>
        {kinds.flatMap(({ kind }) =>
          FORMATS.map((format) => (
            <Menu.Item key={`${kind}.${format}`} component="a" href={`/api/v1/exports/${kind}.${format}`}>
              {t(`export.${format}`, { kind: t(`kinds.${kind}`) })}
            </Menu.Item>
          )),
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
