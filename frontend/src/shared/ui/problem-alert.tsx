'use client';

import { Button, Code, CopyButton, Group, Text } from '@mantine/core';
import { IconAlertTriangle, IconPlugConnectedX } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { ProblemView } from '../api/problems';
import { Notice } from './notice';
import { useProblemText } from './use-problem-text';

interface ProblemAlertProps {
  problem: ProblemView;
  onRetry?: () => void;
  children?: ReactNode;
}

/** A problem in words: what, why, what next, and a request id to hand to support. */
export function ProblemAlert({ problem, onRetry, children }: ProblemAlertProps) {
  const t = useTranslations('common');
  const { title, text } = useProblemText()(problem);
  const refused = problem.kind === 'refused';
  return (
    <Notice
      urgent
      tone={refused ? 'warning' : 'quiet'}
      icon={refused ? <IconAlertTriangle aria-hidden /> : <IconPlugConnectedX aria-hidden />}
      title={title}
    >
      <Text size="sm">{text}</Text>
      {children}
      {(problem.requestId || onRetry) && (
        <Group mt="sm" gap="sm">
          {onRetry && (
            <Button size="xs" variant="default" onClick={onRetry}>
              {t('retry')}
            </Button>
          )}
          {problem.requestId && <RequestId value={problem.requestId} />}
        </Group>
      )}
    </Notice>
  );
}

function RequestId({ value }: { value: string }) {
  const t = useTranslations('common');
  return (
    <CopyButton value={value}>
      {({ copied, copy }) => (
        <Button size="xs" variant="subtle" color="gray" onClick={copy} title={t('copyRequestId')}>
          {copied ? t('copied') : t('requestId')}&nbsp;<Code>{value.slice(0, 8)}</Code>
        </Button>
      )}
    </CopyButton>
  );
}
