'use client';

import { Button, Group, Select, Stack, Textarea, TextInput } from '@mantine/core';
import type { GrantConsent } from '@smet/api-client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { SyntheticEvent } from 'react';
import { viewProblem } from '../../../shared/api/problems';
import { ProblemAlert } from '../../../shared/ui/problem-alert';
import { useGrantConsent } from './use-consents';
import classes from './consents.module.css';

const CHANNELS = ['phone', 'email', 'messenger', 'post'] as const;

/** A consent is worth what can be shown: its ground and its proof are asked for. */
export function ConsentForm({ clientId, onDone }: { clientId: string; onDone: () => void }) {
  const t = useTranslations('client.consents');
  const common = useTranslations('common');
  const [form, setForm] = useState<GrantConsent>({ channel: 'phone', basis: '', proof: '' });
  const [tried, setTried] = useState(false);
  const grant = useGrantConsent(clientId);
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    setTried(true);
    const [basis, proof] = [form.basis.trim(), form.proof.trim()];
    if (basis && proof) grant.mutate({ ...form, basis, proof }, { onSuccess: onDone });
  };
  const missing = (text: string) => tried && !text.trim() && t('missing');
  return (
    <form onSubmit={submit} noValidate className={classes.form}>
      <Stack gap="sm">
        <Select
          label={t('channel')}
          data={CHANNELS.map((channel) => ({ value: channel, label: t(`channels.${channel}`) }))}
          value={form.channel}
          allowDeselect={false}
          onChange={(channel) => channel && setForm({ ...form, channel })}
        />
        <TextInput
          label={t('basis')}
          placeholder={t('basisPlaceholder')}
          maxLength={500}
          value={form.basis}
          error={missing(form.basis)}
          onChange={(event) => setForm({ ...form, basis: event.currentTarget.value })}
        />
        <Textarea
          label={t('proof')}
          placeholder={t('proofPlaceholder')}
          maxLength={2000}
          autosize
          minRows={2}
          value={form.proof}
          error={missing(form.proof)}
          onChange={(event) => setForm({ ...form, proof: event.currentTarget.value })}
        />
        {grant.isError && <ProblemAlert problem={viewProblem(grant.error)} />}
        <Group gap="sm">
          <Button type="submit" size="sm" loading={grant.isPending}>
            {t('save')}
          </Button>
          <Button size="sm" variant="default" onClick={onDone}>
            {common('cancel')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
