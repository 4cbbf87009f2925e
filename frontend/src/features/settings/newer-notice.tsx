'use client';

import { Button, Group } from '@mantine/core';
import { IconUsers } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { Notice } from '../../shared/ui/notice';
import type { NewerSettings } from './use-settings-draft';

interface NewerNoticeProps {
  newer: NewerSettings;
  onKeepMine: () => void;
  onTakeTheirs: () => void;
}

/** A colleague was faster: what both changed, and the two ways on. */
export function NewerNotice({ newer, onKeepMine, onTakeTheirs }: NewerNoticeProps) {
  const t = useTranslations('settings.newer');
  const { clashes } = newer;
  return (
    <Notice tone="warning" icon={<IconUsers aria-hidden />} title={t('title')} urgent>
      <p>{t(clashes.length > 0 ? 'clash' : 'apart')}</p>
      {clashes.length > 0 && (
        <ul>
          {clashes.map((clash) => (
            <Clash key={clash.field} {...clash} />
          ))}
        </ul>
      )}
      <Group gap="sm">
        <Button size="sm" onClick={onKeepMine}>
          {t('keepMine')}
        </Button>
        <Button size="sm" variant="default" onClick={onTakeTheirs}>
          {t('takeTheirs')}
        </Button>
      </Group>
    </Notice>
  );
}

/** A text is shown as both made it; of lists and tables only the name is. */
function Clash({ field, mine, theirs }: NewerSettings['clashes'][number]) {
  const t = useTranslations('settings.newer');
  const key = `fields.${field}` as 'fields.phone';
  const name = t.has(key) ? t(key) : t('fields.other');
  if (typeof mine !== 'string' || typeof theirs !== 'string') return <li>{name}</li>;
  const shown = (text: string) => text || t('empty');
  return <li>{t('both', { name, mine: shown(mine), theirs: shown(theirs) })}</li>;
}
