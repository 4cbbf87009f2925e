'use client';

import { Button, Group, Textarea } from '@mantine/core';
import { compareDecimals } from '@smet/money';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { viewProblem } from '../../../shared/api/problems';
import { formatDecimal } from '../../../shared/formatting';
import { ProblemAlert } from '../../../shared/ui/problem-alert';
import type { EstimateView } from '../model/types';
import { useEstimateAction } from './use-estimate-action';
import classes from './versions.module.css';

interface ApprovalBlockProps {
  estimate: EstimateView;
  disabled: boolean;
}

/** A discount above one's limit: asking for consent, and giving or refusing it where the reader's limit reaches. */
export function ApprovalBlock({ estimate, disabled }: ApprovalBlockProps) {
  const t = useTranslations('versions.approval');
  const [comment, setComment] = useState('');
  const { version, approval, discountLimitPercent } = estimate;
  const said = comment.trim() ? { comment: comment.trim() } : {};
  const ask = useEstimateAction(estimate.id, (api) => api.askApproval({ version, ...said }));
  const decide = useEstimateAction(estimate.id, (api, given: boolean) =>
    api.decideApproval({ version, given, ...said }),
  );
  const mayDecide = approval.state === 'asked' && compareDecimals(approval.percent, discountLimitPercent) <= 0;
  const mayAsk = approval.state !== 'asked';
  const failed = ask.isError ? ask.error : decide.isError ? decide.error : null;
  return (
    <div className={classes.approval}>
      <p className={classes.approvalTitle}>
        {t(approval.state === 'refused' ? 'refused' : approval.state === 'asked' ? 'asked' : 'needed', {
          percent: formatDecimal(approval.percent),
          limit: formatDecimal(String(discountLimitPercent)),
          by: (approval.state === 'refused' ? approval.decidedBy : approval.askedBy)?.name ?? '',
        })}
      </p>
      {approval.comment && <blockquote className={classes.comment}>{approval.comment}</blockquote>}
      {(mayAsk || mayDecide) && (
        <Textarea
          label={t(mayDecide ? 'answer' : 'comment')}
          autosize
          minRows={2}
          maxLength={500}
          value={comment}
          onChange={(event) => setComment(event.currentTarget.value)}
        />
      )}
      <Group gap="sm">
        {mayAsk && (
          <Button loading={ask.isPending} disabled={disabled} onClick={() => ask.mutate(undefined)}>
            {t('ask')}
          </Button>
        )}
        {mayDecide && (
          <>
            <Button loading={decide.isPending} disabled={disabled} onClick={() => decide.mutate(true)}>
              {t('give')}
            </Button>
            <Button
              variant="default"
              loading={decide.isPending}
              disabled={disabled}
              onClick={() => decide.mutate(false)}
            >
              {t('refuse')}
            </Button>
          </>
        )}
      </Group>
      {failed && <ProblemAlert problem={viewProblem(failed)} />}
    </div>
  );
}
