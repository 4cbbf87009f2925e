'use client';

import { ActionIcon, Menu } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconDots, IconRulerMeasure, IconTemplate } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { CuttingDrawer } from './cutting/cutting-drawer';
import type { CuttingProps } from './cutting/cutting-drawer';
import { TemplatesDrawer } from './templates/templates-drawer';
import type { TemplatesProps } from './templates/templates-drawer';

/** What is needed now and then: the cutting list, and templates of what may be changed. */
export function EditorMenu({ cutting, ...templates }: TemplatesProps & { cutting: CuttingProps }) {
  const t = useTranslations('estimates.header');
  const words = {
    cutting: useTranslations('cutting')('open'),
    templates: useTranslations('versions.templates')('open'),
  };
  const [isCutting, cut] = useDisclosure(false);
  const [isChoosing, choose] = useDisclosure(false);
  const { canEdit } = templates.editing.base;
  return (
    <>
      <Menu position="bottom-end" width={220} shadow="md">
        <Menu.Target>
          <ActionIcon variant="default" size={36} aria-label={t('more')} title={t('more')}>
            <IconDots size={18} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconRulerMeasure size={16} aria-hidden />} onClick={cut.open}>
            {words.cutting}
          </Menu.Item>
          {canEdit && (
            <Menu.Item leftSection={<IconTemplate size={16} aria-hidden />} onClick={choose.open}>
              {words.templates}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      <CuttingDrawer {...cutting} opened={isCutting} onClose={cut.close} />
      {canEdit && <TemplatesDrawer {...templates} opened={isChoosing} onClose={choose.close} />}
    </>
  );
}
