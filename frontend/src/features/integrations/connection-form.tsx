'use client';

import { Button, Group, PasswordInput, Stack, TextInput } from '@mantine/core';
import { IconCheck, IconPlugConnectedX } from '@tabler/icons-react';
import type { AmocrmConnection } from '@smet/api-client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { SyntheticEvent } from 'react';
import { ApiProblem, viewProblem } from '../../shared/api/problems';
import { Notice } from '../../shared/ui/notice';
import { Panel } from '../../shared/ui/panel';
import { ProblemAlert } from '../../shared/ui/problem-alert';
import { useSyncProblem } from './use-sync-problem';
import { useSaveConnection, useTestConnection } from './use-amocrm-actions';
import type { ConnectionInput } from './use-amocrm-actions';

const ADDRESS = /^https?:\/\/[^\s/?#@]+\/?$/i;

/** Address and token: tested before they are kept, and the token is never shown again. */
export function ConnectionForm({ connection }: { connection: AmocrmConnection | null }) {
  const t = useTranslations('integrations.form');
  const [baseUrl, setBaseUrl] = useState(connection?.baseUrl ?? '');
  const [token, setToken] = useState('');
  const [tried, setTried] = useState(false);
  const test = useTestConnection();
  const save = useSaveConnection();
  const describe = useSyncProblem();

  const addressError = ADDRESS.test(baseUrl.trim()) ? null : t('baseUrlInvalid');
  const tokenError = connection || token.trim() ? null : t('tokenRequired');
  const refused = (field: string) => {
    const problem =
      save.error instanceof ApiProblem ? save.error.invalidParams.find(({ path }) => path === field) : null;
    return problem ? describe(problem.code) : null;
  };
  const input: ConnectionInput = { baseUrl: baseUrl.trim(), ...(token.trim() && { token: token.trim() }) };

  const guarded = (act: () => void) => {
    setTried(true);
    if (!addressError && !tokenError) act();
  };
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    guarded(() =>
      save.mutate(
        { ...input, ...(connection && { version: connection.version }) },
        {
          onSuccess: () => {
            setToken('');
            setTried(false);
          },
        },
      ),
    );
  };

  return (
    <Panel title={t('title')}>
      <form onSubmit={submit} noValidate>
        <Stack gap="md">
          <TextInput
            label={t('baseUrl')}
            description={t('baseUrlHint')}
            type="url"
            inputMode="url"
            autoComplete="off"
            maxLength={200}
            value={baseUrl}
            error={(tried && addressError) || refused('baseUrl')}
            onChange={(event) => setBaseUrl(event.currentTarget.value)}
          />
          <PasswordInput
            label={t('token')}
            description={connection?.tokenHint ? t('tokenKept', { hint: connection.tokenHint }) : t('tokenHint')}
            autoComplete="off"
            maxLength={4000}
            value={token}
            error={(tried && tokenError) || refused('token')}
            onChange={(event) => setToken(event.currentTarget.value)}
          />
          <div aria-live="polite">
            <Outcome test={test} save={save} />
          </div>
          <Group gap="sm">
            <Button type="submit" loading={save.isPending}>
              {t('save')}
            </Button>
            <Button variant="default" loading={test.isPending} onClick={() => guarded(() => test.mutate(input))}>
              {t('test')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Panel>
  );
}

interface OutcomeProps {
  test: ReturnType<typeof useTestConnection>;
  save: ReturnType<typeof useSaveConnection>;
}

/** The answer to whichever was asked last. */
function Outcome({ test, save }: OutcomeProps) {
  const t = useTranslations('integrations.form');
  const describe = useSyncProblem();
  const saveIsNewer = save.submittedAt >= test.submittedAt;
  if (saveIsNewer && save.isError) return <ProblemAlert problem={viewProblem(save.error)} />;
  if (saveIsNewer && save.isSuccess) return <Notice tone="success" icon={<IconCheck />} title={t('saved')} />;
  if (test.isError) return <ProblemAlert problem={viewProblem(test.error)} />;
  if (!test.data) return null;
  if (test.data.ok) {
    return <Notice tone="success" icon={<IconCheck />} title={t('testOk', { name: test.data.account?.name ?? '' })} />;
  }
  return (
    <Notice urgent tone="warning" icon={<IconPlugConnectedX />} title={t('testFailed')}>
      {describe(test.data.problemCode ?? 'UNKNOWN')}
    </Notice>
  );
}
