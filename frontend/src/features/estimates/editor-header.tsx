'use client';

import { ActionIcon, Button, TextInput, Tooltip } from '@mantine/core';
import { IconArrowBackUp, IconArrowForwardUp, IconDeviceFloppy, IconUsers } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import type { ReactNode } from 'react';
import type { EstimateEditing } from './model/use-estimate-form';
import type { Saving } from './model/use-saving';
import { SaveState } from './save-state';
import classes from './editor.module.css';
import nameField from './name-field.module.css';

interface EditorHeaderProps {
  editing: EstimateEditing;
  saving: Saving;
  /** Who else has this estimate open. */
  others: readonly { userId: string; name: string }[];
  readOnly: boolean;
  onStep: (direction: 'undo' | 'redo') => void;
  /** What can be looked at, whether the estimate may be changed or not. */
  views: ReactNode;
}

export function EditorHeader({ editing, saving, others, readOnly, onStep, views }: EditorHeaderProps) {
  const t = useTranslations('estimates.header');
  const { base, form, dispatch } = editing;
  return (
    <header className={classes.header}>
      <div className={classes.heading}>
        <p className={classes.crumbs}>
          <Link href={`/orders/${base.orderId}`}>{t('order', { number: String(base.order.number) })}</Link>
          <span>{base.order.clientName}</span>
          <span className={classes.address}>{base.order.address}</span>
          {others.length > 0 && (
            <span className={classes.others}>
              <IconUsers size={15} aria-hidden />
              {t('others', { names: others.map(({ name }) => name).join(', ') })}
            </span>
          )}
        </p>
        <TextInput
          variant="unstyled"
          className={`${classes.title} ${nameField.name}`}
          aria-label={t('title')}
          maxLength={200}
          value={form.title}
          readOnly={readOnly}
          error={saving.tried && !form.title.trim() ? t('titleRequired') : null}
          onChange={(event) => dispatch({ type: 'title', title: event.currentTarget.value })}
        />
      </div>
      {readOnly ? (
        <div className={classes.saving}>
          {saving.state === 'sent' ? (
            <SaveState saving={saving} />
          ) : (
            <span className={classes.state}>{t(base.status === 'issued' ? 'issued' : 'readOnly')}</span>
          )}
          {views}
        </div>
      ) : (
        <div className={classes.saving}>
          <SaveState saving={saving} />
          {views}
          <Steps editing={editing} onStep={onStep} />
          <Tooltip label={t('shortcut')} openDelay={600}>
            <Button
              className={classes.save}
              aria-label={t('save')}
              leftSection={<IconDeviceFloppy size={18} />}
              loading={saving.state === 'saving'}
              onClick={saving.ask}
            >
              {t('save')}
            </Button>
          </Tooltip>
        </div>
      )}
    </header>
  );
}

/** Taking back and doing again whatever was done in the editor. */
function Steps({ editing, onStep }: Pick<EditorHeaderProps, 'editing' | 'onStep'>) {
  const t = useTranslations('estimates.header');
  const { previous, next } = editing;
  return (
    <ActionIcon.Group>
      <Tooltip label={t('undoShortcut')} openDelay={600}>
        <ActionIcon
          variant="default"
          className={classes.stepButton}
          aria-label={t('undo')}
          disabled={previous === null}
          onClick={() => onStep('undo')}
        >
          <IconArrowBackUp size={18} aria-hidden />
        </ActionIcon>
      </Tooltip>
      <Tooltip label={t('redoShortcut')} openDelay={600}>
        <ActionIcon
          variant="default"
          className={classes.stepButton}
          aria-label={t('redo')}
          disabled={next === null}
          onClick={() => onStep('redo')}
        >
          <IconArrowForwardUp size={18} aria-hidden />
        </ActionIcon>
      </Tooltip>
    </ActionIcon.Group>
  );
}
