'use client';

import type { Import } from '@smet/api-client';
import { IconAlertTriangle, IconArrowBackUp, IconCircleCheck, IconPlayerPause } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { Notice } from '../../shared/ui/notice';
import { NewImport } from './new-import';
import { useImportProblemWords } from './use-import-words';
import classes from './imports.module.css';

/** What came of it, in a sentence or two; nothing while it goes on. */
export function ImportOutcome({ record }: { record: Import }) {
  const t = useTranslations('imports.result');
  const { state, counts } = record;
  if (state === 'failed') return <Failure record={record} />;
  if (state === 'applied') {
    return (
      <Notice tone="success" icon={<IconCircleCheck aria-hidden />} title={t('applied', { count: counts.applied })}>
        {counts.applied > 0 && t('appliedText')}
      </Notice>
    );
  }
  if (state === 'undone') {
    const { applied, kept } = counts;
    return (
      <Notice
        tone={kept > 0 ? 'warning' : 'success'}
        icon={<IconArrowBackUp aria-hidden />}
        title={t('undone', { count: applied - kept })}
      >
        {kept > 0 ? t('kept', { count: kept }) : t('undoneAll')}
      </Notice>
    );
  }
  if (state !== 'stopped') return null;
  return (
    <Notice tone="warning" icon={<IconPlayerPause aria-hidden />} title={t('stopped')}>
      {counts.applied > 0 ? t('stoppedApplied', { count: counts.applied }) : t('stoppedNothing')}
    </Notice>
  );
}

function Failure({ record: { problem, counts } }: { record: Import }) {
  const t = useTranslations('imports');
  const { fileProblem } = useImportProblemWords();
  return (
    <Notice urgent tone="warning" icon={<IconAlertTriangle aria-hidden />} title={t('failure.title')}>
      {problem && fileProblem(problem)}{' '}
      {counts.applied > 0 ? t('result.stoppedApplied', { count: counts.applied }) : t('failure.next')}
      <div className={classes.after}>
        <NewImport />
      </div>
    </Notice>
  );
}
