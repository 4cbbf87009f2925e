'use client';

import { Button, TextInput } from '@mantine/core';
import { IconSend } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { api } from '../../../shared/api/client';
import { viewProblem } from '../../../shared/api/problems';
import { pricingTermsQuery } from '../../../shared/api/reference-queries';
import { useMe } from '../../../shared/session/session';
import { ProblemAlert } from '../../../shared/ui/problem-alert';
import type { EstimateEditing } from '../model/use-estimate-form';
import type { Saving } from '../model/use-saving';
import { ApprovalBlock } from './approval-block';
import { useEstimateAction } from './use-estimate-action';
import { dayIn, lastDay } from './validity';
import classes from './versions.module.css';

interface IssueFormProps {
  editing: EstimateEditing;
  saving: Saving;
}

/** Sends the draft to the client: from then on it never changes. What is typed is saved before. */
export function IssueForm({ editing: { base }, saving }: IssueFormProps) {
  const t = useTranslations('versions.issue');
  const { timezone } = useMe().organization;
  const [today] = useState(() => dayIn(timezone, new Date()));
  const terms = useQuery(pricingTermsQuery(api));
  // Until it is changed by hand, as long as the organization lets its offers hold.
  const [chosen, setChosen] = useState<string | null>(null);
  const validUntil = chosen ?? (terms.data ? lastDay(today, terms.data.validDays) : '');
  const isDayKnown = chosen !== null || terms.data !== undefined;
  const issue = useEstimateAction(base.id, (estimate, input: { version: number; validUntil: string | null }) =>
    estimate.issue(input),
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
            onChange={(event) => setChosen(event.currentTarget.value)}
          />
          <Button
            type="submit"
            leftSection={<IconSend size={16} />}
            loading={issue.isPending}
            disabled={!isSaved || !isDayKnown}
          >
            {t('send')}
          </Button>
        </form>
      )}
      {!isSaved && <p className={classes.text}>{t('notSaved')}</p>}
      {terms.isError && <ProblemAlert problem={viewProblem(terms.error)} onRetry={() => void terms.refetch()} />}
      {issue.isError && <ProblemAlert problem={viewProblem(issue.error)} />}
    </div>
  );
}
