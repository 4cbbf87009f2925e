'use client';

import { Button, Group, Modal, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { Import } from '@smet/api-client';
import { IconArrowBackUp, IconDownload, IconTableColumn } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { useCan } from '../../shared/session/session';
import { IMPORT_KINDS } from './kinds';
import type { ImportSteps } from './use-import-steps';
import classes from './imports.module.css';

interface ImportActionsProps {
  record: Import;
  steps: ImportSteps;
  onRemap: () => void;
}

/** What may be done with a judged import; the one that leads on is the filled button. */
export function ImportActions({ record, steps, onRemap }: ImportActionsProps) {
  const t = useTranslations('imports');
  const can = useCan();
  const [asking, dialog] = useDisclosure(false);
  const { state, counts } = record;
  const writes = counts.new + counts.changed;
  const permission = IMPORT_KINDS.find(({ kind }) => kind === record.kind)?.permission;
  const may = (step: Import['steps'][number]) =>
    record.steps.includes(step) && (permission === undefined || can(permission));
  return (
    <div className={classes.actions}>
      <p className={classes.actionsNote}>
        {state === 'checked' && writes === 0 && t('preview.nothing')}
        {state === 'checked' && counts.faulty > 0 && t('preview.faultyNote', { count: counts.faulty })}
      </p>
      <Group gap="xs">
        {counts.faulty > 0 && (
          <Button
            component="a"
            href={`/api/v1/imports/${record.id}/faulty.xlsx`}
            variant="default"
            className={classes.download}
            leftSection={<IconDownload size={16} />}
          >
            {t('detail.faulty')}
          </Button>
        )}
        {may('map') && (
          <Button variant="default" leftSection={<IconTableColumn size={16} />} onClick={onRemap}>
            {t('detail.changeColumns')}
          </Button>
        )}
        {may('undo') && counts.applied > 0 && (
          <Button variant="default" leftSection={<IconArrowBackUp size={16} />} onClick={dialog.open}>
            {t('detail.undo')}
          </Button>
        )}
        {may('apply') && writes > 0 && (
          <Button loading={steps.isPending} onClick={() => steps.mutate({ step: 'apply' })}>
            {state === 'checked' ? t('preview.applyCounts', { count: writes }) : t('detail.goOn')}
          </Button>
        )}
      </Group>
      {asking && <UndoDialog count={counts.applied} steps={steps} onClose={dialog.close} />}
    </div>
  );
}

function UndoDialog({ count, steps, onClose }: { count: number; steps: ImportSteps; onClose: () => void }) {
  const t = useTranslations('imports.undoDialog');
  const common = useTranslations('common');
  return (
    <Modal opened onClose={onClose} title={t('title')} closeButtonProps={{ 'aria-label': common('close') }}>
      <Text>{t('text', { count })}</Text>
      <Group justify="flex-end" mt="lg" gap="xs">
        <Button variant="default" onClick={onClose}>
          {common('cancel')}
        </Button>
        <Button
          color="red"
          loading={steps.isPending}
          onClick={() => steps.mutate({ step: 'undo' }, { onSettled: onClose })}
        >
          {t('confirm')}
        </Button>
      </Group>
    </Modal>
  );
}
