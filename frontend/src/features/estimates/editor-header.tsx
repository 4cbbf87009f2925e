'use client';

import { Button, TextInput, Tooltip } from '@mantine/core';
import { IconDeviceFloppy } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import type { EstimateEditing } from './model/use-estimate-form';
import type { Saving } from './model/use-saving';
import classes from './editor.module.css';

interface EditorHeaderProps {
  editing: EstimateEditing;
  saving: Saving;
  readOnly: boolean;
}

export function EditorHeader({ editing, saving, readOnly }: EditorHeaderProps) {
  const t = useTranslations('estimates.header');
  const { base, form, dispatch, dirty } = editing;
  return (
    <header className={classes.header}>
      <div className={classes.heading}>
        <p className={classes.crumbs}>
          <Link href={`/orders/${base.orderId}`}>{t('order', { number: String(base.order.number) })}</Link>
          <span>{base.order.clientName}</span>
          <span className={classes.address}>{base.order.address}</span>
        </p>
        <TextInput
          variant="unstyled"
          className={classes.title}
          aria-label={t('title')}
          maxLength={200}
          value={form.title}
          readOnly={readOnly}
          error={saving.tried && !form.title.trim() ? t('titleRequired') : null}
          onChange={(event) => dispatch({ type: 'title', title: event.currentTarget.value })}
        />
      </div>
      {readOnly ? (
        <span className={classes.state}>{t(base.status === 'issued' ? 'issued' : 'readOnly')}</span>
      ) : (
        <div className={classes.saving}>
          <output className={classes.state} data-dirty={dirty || undefined}>
            {saving.isSaving ? t('saving') : dirty ? t('dirty') : t('saved')}
          </output>
          <Tooltip label={t('shortcut')} openDelay={600}>
            <Button
              leftSection={<IconDeviceFloppy size={18} />}
              loading={saving.isSaving}
              disabled={!dirty}
              onClick={() => saving.submit()}
            >
              {t('save')}
            </Button>
          </Tooltip>
        </div>
      )}
    </header>
  );
}
