'use client';

import { notifications } from '@mantine/notifications';
import { Drawer } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { offerUndo } from '../../../shared/ui/offer-undo';
import { formOfTemplate, roomOfTemplate } from '../model/templates';
import type { EstimateForm, EstimateTemplate, RoomForm } from '../model/types';
import type { EstimateEditing } from '../model/use-estimate-form';
import { useLatest } from '../model/use-latest';
import type { Saving } from '../model/use-saving';
import { TemplateList } from './template-list';

export interface TemplatesProps {
  editing: EstimateEditing;
  saving: Saving;
  /** The one that is looked at. */
  room: RoomForm | null;
  onRoomAdded: (roomId: string) => void;
}

/** Begins from a template. A whole estimate gives way to it, and can be put back while nothing was changed since. */
function useBegin({ editing: { form, dispatch }, onRoomAdded }: TemplatesProps) {
  const t = useTranslations('versions.templates');
  // The offer to undo outlives the drawer: what counts is the form when it is taken.
  const latest = useLatest(form);
  const putBack = (before: EstimateForm, replaced: EstimateForm) => {
    if (latest.current === replaced) dispatch({ type: 'put-back', form: before, replaced });
    else notifications.show({ message: t('undoTooLate'), color: 'yellow' });
  };
  return (template: EstimateTemplate) => {
    if (template.kind === 'room') {
      const room = roomOfTemplate(template.document);
      dispatch({ type: 'add-room', room });
      onRoomAdded(room.id);
      return;
    }
    const replaced = formOfTemplate(template.document, form.title);
    dispatch({ type: 'replace', form: replaced, as: 'step' });
    offerUndo(t('useEstimateText'), () => putBack(form, replaced));
  };
}

interface TemplatesDrawerProps extends TemplatesProps {
  opened: boolean;
  onClose: () => void;
}

/** Estimates and rooms kept to begin others from. */
export function TemplatesDrawer({ opened, onClose, ...props }: TemplatesDrawerProps) {
  const t = useTranslations('versions.templates');
  const common = useTranslations('common');
  const begin = useBegin(props);
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      position="right"
      size="md"
      title={t('open')}
      closeButtonProps={{ 'aria-label': common('close') }}
    >
      {opened && (
        <TemplateList
          {...props}
          onUse={(template) => {
            begin(template);
            onClose();
          }}
        />
      )}
    </Drawer>
  );
}
