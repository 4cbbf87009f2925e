'use client';

import { Button, TextInput } from '@mantine/core';
import { IconSend } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { viewProblem } from '../../../shared/api/problems';
import { ProblemAlert } from '../../../shared/ui/problem-alert';
import type { EstimateEditing } from '../model/use-estimate-form';
import type { Saving } from '../model/use-saving';
import { ApprovalBlock } from './approval-block';
import { useEstimateAction } from './use-estimate-action';
import classes from './versions.module.css';

const DAY_MS = 86_400_000;
const USUAL_DAYS = 14;

const isoDay = (moment: number): string => new Date(moment).toISOString().slice(0, 10);

interface IssueFormProps {
  editing: EstimateEditing;
  saving: Saving;
}

/** Sends the draft to the client: from then on it never changes. What is typed is saved before. */
export function IssueForm({ editing: { base }, saving }: IssueFormProps) {
  const t = useTranslations('versions.issue');
  const [today] = useState(() => isoDay(Date.now()));
  const [validUntil, setValidUntil] = useState(() => isoDay(Date.now() + USUAL_DAYS * DAY_MS));
  const issue = useEstimateAction(base.id, (api, input: { version: number; validUntil: string | null }) =>
    api.issue(input),
  );
  const isSaved = saving.state === 'saved';
  const { state } = base.approval;
  const isHeldUp = state === 'needed' || state === 'asked' || state === 'refused';
  return (
    <div className={classes.block}>
      <h3 className={classes.heading}>{t('title')}</h3>
      <p className={classes.text}>{t('text')}</p>
      {isHeldUp ? (
        <ApprovalBlock estimate={base} disabled={!isSaved} />
      ) : (
        <form
          className={classes.issue}
          onSubmit={(event) => {
            event.preventDefault();
            issue.mutate({ version: base.version, validUntil: validUntil || null });
          }}
        >
          <TextInput
            type="date"
            label={t('validUntil')}
            description={t('validUntilHint')}
            min={today}
            value={validUntil}
            onChange={(event) => setValidUntil(event.currentTarget.value)}
          />
          <Button type="submit" leftSection={<IconSend size={16} />} loading={issue.isPending} disabled={!isSaved}>
            {t('send')}
          </Button>
        </form>
      )}
      {!isSaved && <p className={classes.text}>{t('notSaved')}</p>}
      {issue.isError && <ProblemAlert problem={viewProblem(issue.error)} />}
    </div>
  );
}
