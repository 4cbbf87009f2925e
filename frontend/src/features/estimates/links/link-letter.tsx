'use client';

import { Button, Group, Text } from '@mantine/core';
import type { ProposalLink } from '@smet/api-client';
import { IconMailExclamation } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { viewProblem } from '../../../shared/api/problems';
import { Notice } from '../../../shared/ui/notice';
import { ProblemAlert } from '../../../shared/ui/problem-alert';
import { letterReason } from './letter-problem';
import { useSendLinkAgain } from './use-links';

interface LinkLetterProps {
  link: ProposalLink;
  estimateId: string;
  /** The link opens nothing any more: there is nothing to send. */
  isOver: boolean;
}

/** What has become of the letter with the link: gone, on its way, or stuck for a reason that a person has to know. */
export function LinkLetter({ link: { id, email, letter }, estimateId, isOver }: LinkLetterProps) {
  const t = useTranslations('links');
  const again = useSendLinkAgain(estimateId);
  if (email === null) return null;
  if (letter === null) return <Text size="sm">{t('sent', { email })}</Text>;
  const { state, problem } = letter;
  if (isOver) return <Text size="sm">{t('letterUnsent', { email })}</Text>;
  if (problem === null) return <Text size="sm">{t('letterOnItsWay', { email })}</Text>;
  return (
    <>
      <Notice
        tone={state === 'parked' ? 'warning' : 'quiet'}
        icon={<IconMailExclamation aria-hidden />}
        title={t(state === 'parked' ? 'letterStuck' : 'letterWaits', { email })}
      >
        <Text size="sm">{t(`letterReasons.${letterReason(problem)}`, { code: problem.detail ?? problem.code })}</Text>
        <Group mt="xs">
          <Button size="xs" variant="default" loading={again.isPending} onClick={() => again.mutate(id)}>
            {t('sendAgain')}
          </Button>
        </Group>
      </Notice>
      {again.isError && <ProblemAlert problem={viewProblem(again.error)} />}
    </>
  );
}
