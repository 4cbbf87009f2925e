'use client';

import { Badge, Button, Group, Stack, Text } from '@mantine/core';
import type { ProposalLink } from '@smet/api-client';
import { useTranslations } from 'next-intl';
import { viewProblem } from '../../../shared/api/problems';
import { formatDay, formatMoment } from '../../../shared/formatting';
import { useMe } from '../../../shared/session/session';
import { ProblemAlert } from '../../../shared/ui/problem-alert';
import { LinkLetter } from './link-letter';
import { SignaturePicture } from './signature-picture';
import { useRevokeLink } from './use-links';
import classes from './links.module.css';

interface LinkCardProps {
  link: ProposalLink;
  estimateId: string;
  /** When the link was read, in milliseconds. */
  readAt: number;
}

/** One link: whether it opens, who looked, what was asked, what was accepted. */
export function LinkCard({ link, estimateId, readAt }: LinkCardProps) {
  const t = useTranslations('links');
  const { timezone } = useMe().organization;
  const revocation = useRevokeLink(estimateId);
  const isOver = link.revokedAt !== null || Date.parse(link.expiresAt) <= readAt;
  const moment = (iso: string) => formatMoment(iso, timezone);
  const made = { number: String(link.number), moment: moment(link.createdAt), name: link.createdBy };
  const revoke = () => {
    if (window.confirm(t('revokeSure'))) revocation.mutate(link.id);
  };
  return (
    <section className={classes.card}>
      <Group justify="space-between" align="start" wrap="nowrap">
        <div>
          <Text size="sm">{t('made', made)}</Text>
          <Text size="sm" c="dimmed">
            {link.revokedAt === null
              ? t(isOver ? 'expired' : 'until', { date: formatDay(link.expiresAt, timezone) })
              : t('revoked', { date: formatDay(link.revokedAt, timezone) })}
          </Text>
        </div>
        {!isOver && (
          <Button
            size="xs"
            variant="default"
            className={classes.action}
            loading={revocation.isPending}
            onClick={revoke}
          >
            {t('revoke')}
          </Button>
        )}
      </Group>
      <LinkLetter link={link} estimateId={estimateId} isOver={isOver} />
      {revocation.isError && <ProblemAlert problem={viewProblem(revocation.error)} />}
      <Text size="sm">
        {t('views', { count: link.views.count })}
        {link.views.lastAt !== null && `, ${t('lastView', { moment: moment(link.views.lastAt) })}`}
      </Text>
      {link.acceptance && <Accepted acceptance={link.acceptance} moment={moment} />}
      {link.questions.length > 0 && (
        <Stack gap={4}>
          <Text fw={600}>{t('questions')}</Text>
          {link.questions.map(({ id, name, text, askedAt }) => (
            <div key={id}>
              <Text size="xs" c="dimmed">
                {t('asked', { name, moment: moment(askedAt) })}
              </Text>
              <Text size="sm" className={classes.words}>
                {text}
              </Text>
            </div>
          ))}
        </Stack>
      )}
    </section>
  );
}

interface AcceptedProps {
  acceptance: NonNullable<ProposalLink['acceptance']>;
  moment: (iso: string) => string;
}

function Accepted({ acceptance, moment }: AcceptedProps) {
  const t = useTranslations('links');
  const { name, acceptedAt, method, email, variantName, signature } = acceptance;
  const how = method === 'code' ? t('byCode', { email: email ?? '' }) : t('bySignature');
  return (
    <Stack gap={4}>
      <Badge variant="light">{t('accepted')}</Badge>
      <Text size="sm">{t('acceptedText', { name, moment: moment(acceptedAt), method: how })}</Text>
      {variantName !== '' && <Text size="sm">{t('variant', { name: variantName })}</Text>}
      {signature && <SignaturePicture signature={signature} />}
    </Stack>
  );
}
