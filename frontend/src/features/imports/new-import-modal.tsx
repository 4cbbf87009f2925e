'use client';

import { Button, Modal, Progress, Radio, Stack } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { viewProblem } from '../../shared/api/problems';
import { ProblemAlert } from '../../shared/ui/problem-alert';
import { FileDrop } from './file-drop';
import type { ImportKind } from './kinds';
import { useStartImport } from './use-start-import';
import classes from './imports.module.css';

interface NewImportModalProps {
  kinds: readonly ImportKind[];
  onClose: () => void;
}

/** What is in the table and the file itself; the rest is asked when it has been read. */
export default function NewImportModal({ kinds, onClose }: NewImportModalProps) {
  const t = useTranslations('imports');
  const common = useTranslations('common');
  const narrow = useMediaQuery('(max-width: 47.99em)');
  const [kind, setKind] = useState<ImportKind>(kinds[0] ?? 'items');
  const { start, sent, cancel, name } = useStartImport(kind);
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('form.title')}
      size="lg"
      fullScreen={narrow}
      closeButtonProps={{ 'aria-label': common('close') }}
      closeOnClickOutside={!start.isPending}
    >
      <Stack gap="lg">
        <Radio.Group
          label={t('form.kind')}
          value={kind}
          onChange={(value) => setKind(kinds.find((one) => one === value) ?? kind)}
        >
          <Stack gap="sm" mt="xs">
            {kinds.map((one) => (
              <Radio
                key={one}
                value={one}
                label={t(`kinds.${one}`)}
                description={t(`kindsAbout.${one}`)}
                disabled={start.isPending}
              />
            ))}
          </Stack>
        </Radio.Group>
        {start.isPending ? (
          <div className={classes.sending}>
            <div className={classes.sendingWords}>
              <output>{t('form.uploading', { name })}</output>
              <span className="tabular">{t('form.percent', { percent: Math.floor(sent * 100) })}</span>
            </div>
            <Progress value={sent * 100} aria-label={t('form.uploading', { name })} />
            <Button variant="subtle" color="gray" size="compact-sm" onClick={cancel}>
              {t('form.cancelUpload')}
            </Button>
          </div>
        ) : (
          <FileDrop onFile={(file) => start.mutate(file)} />
        )}
        {start.isError && !start.isPending && <ProblemAlert problem={viewProblem(start.error)} />}
      </Stack>
    </Modal>
  );
}
