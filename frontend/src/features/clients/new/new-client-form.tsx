'use client';

import { Autocomplete, Button, Group, SegmentedControl, Stack, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { SyntheticEvent } from 'react';
import { api } from '../../../shared/api/client';
import { viewProblem } from '../../../shared/api/problems';
import { focusOnAppear } from '../../../shared/ui/focus-on-appear';
import { ProblemAlert } from '../../../shared/ui/problem-alert';
import { holdersOf, PhoneTaken } from '../phone-taken';
import { sourcesQuery } from '../queries';
import { EMPTY_CLIENT, findProblem, toCreateClient, toHint } from './client-form';
import type { ClientForm } from './client-form';
import { DuplicateHints } from './duplicate-hints';
import { useCreateClient } from './use-create-client';
import classes from './new-client.module.css';

interface NewClientFormProps {
  onCreated: (id: string) => void;
  onCancel: () => void;
}

/** Once they are made, they are no double of their own. */
const NOTHING = {};

/** A client in half a minute: who they are and how to reach them. While it is typed, it says who they may be already. */
export function NewClientForm({ onCreated, onCancel }: NewClientFormProps) {
  const t = useTranslations('clients.form');
  const common = useTranslations('common');
  const kinds = useTranslations('clients.kinds');
  const [form, setForm] = useState<ClientForm>(EMPTY_CLIENT);
  const [tried, setTried] = useState(false);
  const create = useCreateClient();
  const sources = useQuery(sourcesQuery(api));
  const problem = tried ? findProblem(form) : null;
  const type = (part: Partial<ClientForm>) => {
    setForm({ ...form, ...part });
    create.reset();
  };
  const text = (name: Exclude<keyof ClientForm, 'kind'>) => ({
    label: t(name),
    value: form[name],
    onChange: (event: { currentTarget: { value: string } }) => type({ [name]: event.currentTarget.value }),
  });
  const send = (shared?: readonly string[]) =>
    create.mutate(toCreateClient(form, shared), { onSuccess: ({ id }) => onCreated(id) });
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    setTried(true);
    if (findProblem(form) === null) send();
  };
  const holders = holdersOf(create.error);
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        <SegmentedControl
          fullWidth
          aria-label={t('kind')}
          data={(['person', 'company'] as const).map((value) => ({ value, label: kinds(value) }))}
          value={form.kind}
          onChange={(kind) => type({ kind })}
        />
        <TextInput
          {...text('name')}
          label={t(form.kind === 'person' ? 'name' : 'companyName')}
          maxLength={200}
          autoComplete="off"
          ref={focusOnAppear}
          error={problem === 'nameMissing' && t('nameMissing')}
        />
        <div className={classes.pair}>
          <TextInput
            {...text('phone')}
            type="tel"
            inputMode="tel"
            autoComplete="off"
            placeholder="+7 900 000-00-00"
            maxLength={40}
            error={problem === 'unreachable' && t('unreachable')}
          />
          <TextInput
            {...text('email')}
            type="email"
            inputMode="email"
            autoComplete="off"
            maxLength={254}
            error={problem === 'emailWrong' && t('emailWrong')}
          />
        </div>
        <DuplicateHints typed={create.isSuccess ? NOTHING : toHint(form)} />
        <TextInput {...text('address')} maxLength={500} placeholder={t('addressPlaceholder')} />
        <Autocomplete
          label={t('source')}
          data={sources.data ?? []}
          maxLength={100}
          value={form.source}
          onChange={(source) => type({ source })}
        />
        <Textarea {...text('comment')} maxLength={5000} autosize minRows={2} />
        <div aria-live="polite">
          {holders && <PhoneTaken holders={holders} onShare={() => send(holders.map(({ number }) => number))} />}
          {create.isError && !holders && <ProblemAlert problem={viewProblem(create.error)} />}
        </div>
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onCancel}>
            {common('cancel')}
          </Button>
          <Button type="submit" loading={create.isPending || create.isSuccess}>
            {t('submit')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
