'use client';

import { Button, CopyButton, Group, Select, Stack, Text, TextInput } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { useState, type FormEvent } from 'react';
import { viewProblem } from '../../../shared/api/problems';
import { Notice } from '../../../shared/ui/notice';
import { ProblemAlert } from '../../../shared/ui/problem-alert';
import type { EstimateView } from '../model/types';
import { useCreateLink } from './use-links';

const DAYS = [30, 90, 180, 365] as const;
const USUAL_DAYS = '90';
const DAY_MS = 86_400_000;

/** Makes a link to an issued version. Its address is shown once, because nobody keeps it. */
export function NewLink({ estimate, mailAvailable }: { estimate: EstimateView; mailAvailable: boolean }) {
  const t = useTranslations('links');
  const issued = estimate.versions.filter(({ status }) => status === 'issued').map(({ number }) => String(number));
  const [number, setNumber] = useState(issued.at(-1) ?? null);
  const [days, setDays] = useState(USUAL_DAYS);
  const [email, setEmail] = useState('');
  const [tried, setTried] = useState(false);
  const creation = useCreateLink(estimate.id);
  if (number === null) return <Notice tone="quiet" icon={null} title={t('notIssued')} />;

  const to = email.trim();
  const emailWrong = to !== '' && !/^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/.test(to);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (emailWrong) return;
    const expiresAt = new Date(Date.now() + Number(days) * DAY_MS).toISOString();
    creation.mutate({ number: Number(number), expiresAt, ...(to !== '' && { email: to }) });
  };
  return (
    <Stack gap="sm">
      <form onSubmit={submit} noValidate>
        <Stack gap="sm">
          <Group grow>
            <Select
              label={t('version')}
              data={issued.map((value) => ({ value, label: t('versionName', { number: value }) }))}
              value={number}
              allowDeselect={false}
              onChange={setNumber}
            />
            <Select
              label={t('valid')}
              data={DAYS.map((count) => ({ value: String(count), label: t('days', { count }) }))}
              value={days}
              allowDeselect={false}
              onChange={(value) => setDays(value ?? USUAL_DAYS)}
            />
          </Group>
          {mailAvailable && (
            <TextInput
              label={t('email')}
              type="email"
              value={email}
              error={tried && emailWrong ? t('emailInvalid') : null}
              onChange={(event) => setEmail(event.currentTarget.value)}
            />
          )}
          <Button type="submit" loading={creation.isPending}>
            {t(to === '' ? 'create' : 'createAndSend')}
          </Button>
        </Stack>
      </form>
      {creation.isError && <ProblemAlert problem={viewProblem(creation.error)} />}
      {creation.data && <Created url={creation.data.url} email={creation.variables.email ?? null} />}
    </Stack>
  );
}

function Created({ url, email }: { url: string; email: string | null }) {
  const t = useTranslations('links');
  return (
    <Notice tone="success" icon={<IconCheck aria-hidden />} title={t('created')}>
      <Stack gap="xs">
        {email !== null && <Text size="sm">{t('sentTo', { email })}</Text>}
        <TextInput aria-label={t('address')} readOnly value={url} onFocus={(event) => event.currentTarget.select()} />
        <CopyButton value={url}>
          {({ copied, copy }) => (
            <Button variant="default" onClick={copy}>
              {t(copied ? 'copied' : 'copy')}
            </Button>
          )}
        </CopyButton>
      </Stack>
    </Notice>
  );
}
