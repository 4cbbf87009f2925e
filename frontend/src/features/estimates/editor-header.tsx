'use client';

import { ActionIcon, TextInput, Tooltip } from '@mantine/core';
import { IconArrowBackUp, IconArrowForwardUp, IconDeviceFloppy, IconUsers } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { memo } from 'react';
import type { CuttingProps } from './cutting/cutting-drawer';
import { DocumentsButton } from './documents/documents-button';
import { EditorMenu } from './editor-menu';
import { LinksButton } from './links/links-button';
import type { RoomForm } from './model/types';
import type { EstimateEditing } from './model/use-estimate-form';
import type { Saving } from './model/use-saving';
import { SaveState } from './save-state';
import { VersionsButton } from './versions/versions-button';
import classes from './editor-header.module.css';
import nameField from './name-field.module.css';

interface EditorHeaderProps {
  editing: EstimateEditing;
  saving: Saving;
  /** Who else has this estimate open. */
  others: readonly { userId: string; name: string }[];
  readOnly: boolean;
  /** The room that is looked at. */
  room: RoomForm | null;
  cutting: CuttingProps;
  onRoomAdded: (roomId: string) => void;
  onStep: (direction: 'undo' | 'redo') => void;
}

/** What this is and whether it is saved; what can be done with it as a whole, the link for the client first of all. */
export const EditorHeader = memo(function EditorHeader(props: EditorHeaderProps) {
  const { editing, saving, others, readOnly, room, cutting, onRoomAdded, onStep } = props;
  return (
    <header className={classes.header}>
      <div className={classes.heading}>
        <Crumbs estimate={editing.base} others={others} />
        <div className={classes.titleRow}>
          <Title editing={editing} tried={saving.tried} readOnly={readOnly} />
          <VersionsButton editing={editing} saving={saving} />
        </div>
        <SavingPart editing={editing} saving={saving} readOnly={readOnly} />
      </div>
      <div className={classes.actions}>
        {!readOnly && <Steps editing={editing} onStep={onStep} />}
        <DocumentsButton editing={editing} saving={saving} />
        <EditorMenu {...{ editing, saving, room, cutting, onRoomAdded }} />
        <div className={classes.forClient}>
          <LinksButton estimate={editing.base} />
        </div>
      </div>
    </header>
  );
});

function Crumbs({ estimate, others }: { estimate: EstimateEditing['base']; others: EditorHeaderProps['others'] }) {
  const t = useTranslations('estimates.header');
  const { number, clientName, address } = estimate.order;
  const place = [clientName, address].filter(Boolean).join(' · ');
  return (
    <p className={classes.crumbs} data-place>
      <Link href={`/orders/${estimate.orderId}`}>{t('order', { number: String(number) })}</Link>
      {others.length > 0 && (
        <span className={classes.others}>
          <IconUsers size={15} aria-hidden />
          {t('others', { names: others.map(({ name }) => name).join(', ') })}
        </span>
      )}
      <span className={classes.place} title={place}>
        {place}
      </span>
    </p>
  );
}

function Title({ editing, tried, readOnly }: { editing: EstimateEditing; tried: boolean; readOnly: boolean }) {
  const t = useTranslations('estimates.header');
  const { form, dispatch } = editing;
  return (
    <TextInput
      variant="unstyled"
      className={`${classes.title} ${nameField.name}`}
      aria-label={t('title')}
      title={form.title}
      maxLength={200}
      value={form.title}
      readOnly={readOnly}
      error={tried && !form.title.trim() ? t('titleRequired') : null}
      onChange={(event) => dispatch({ type: 'title', title: event.currentTarget.value })}
    />
  );
}

/** Whether all is saved, and saving it now; of what cannot be changed, that it cannot. */
function SavingPart({ editing, saving, readOnly }: Pick<EditorHeaderProps, 'editing' | 'saving' | 'readOnly'>) {
  const t = useTranslations('estimates.header');
  if (readOnly && saving.state !== 'sent') {
    return <span className={classes.state}>{t(editing.base.status === 'issued' ? 'issued' : 'readOnly')}</span>;
  }
  return (
    <div className={classes.saving}>
      <SaveState saving={saving} />
      {!readOnly && (
        <Tooltip label={t('saveShortcut')} openDelay={600}>
          <ActionIcon
            variant="subtle"
            color="gray"
            size={32}
            aria-label={t('save')}
            loading={saving.state === 'saving'}
            onClick={saving.ask}
          >
            <IconDeviceFloppy size={18} aria-hidden />
          </ActionIcon>
        </Tooltip>
      )}
    </div>
  );
}

/** Taking back and doing again whatever was done in the editor. */
function Steps({ editing, onStep }: Pick<EditorHeaderProps, 'editing' | 'onStep'>) {
  const t = useTranslations('estimates.header');
  const { previous, next } = editing;
  return (
    <div className={classes.steps}>
      <Tooltip label={t('undoShortcut')} openDelay={600}>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={36}
          aria-label={t('undo')}
          disabled={previous === null}
          onClick={() => onStep('undo')}
        >
          <IconArrowBackUp size={18} aria-hidden />
        </ActionIcon>
      </Tooltip>
      <Tooltip label={t('redoShortcut')} openDelay={600}>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={36}
          aria-label={t('redo')}
          disabled={next === null}
          onClick={() => onStep('redo')}
        >
          <IconArrowForwardUp size={18} aria-hidden />
        </ActionIcon>
      </Tooltip>
    </div>
  );
}
