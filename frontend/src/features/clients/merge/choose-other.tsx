'use client';

import { TextInput, UnstyledButton } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import type { Client, ClientRow } from '@smet/api-client';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { api } from '../../../shared/api/client';
import { viewProblem } from '../../../shared/api/problems';
import { formatPhone } from '../../../shared/formatting';
import { ProblemAlert } from '../../../shared/ui/problem-alert';
import { clientSearchQuery, duplicatesQuery } from '../queries';
import classes from './merge.module.css';

const SEARCH_PAUSE_MS = 250;

/** Who is the same as this client: those who look like it first, anybody by searching. */
export function ChooseOther({ client, onChoose }: { client: Client; onChoose: (id: string) => void }) {
  const t = useTranslations('client.merge');
  const [typed, setTyped] = useState('');
  const [query] = useDebouncedValue(typed.trim(), SEARCH_PAUSE_MS);
  const [phone] = client.phones;
  const [email] = client.emails;
  const alike = useQuery(
    duplicatesQuery(api, {
      name: client.name,
      exceptId: client.id,
      ...(phone && { phone: phone.number }),
      ...(email && { email }),
    }),
  );
  const found = useQuery({ ...clientSearchQuery(api, query), enabled: query !== '' });
  const asked = query === '' ? alike : found;
  const rows: ClientRow[] = query === '' ? (alike.data ?? []).map((one) => one.client) : (found.data ?? []);
  const others = rows.filter(({ id }) => id !== client.id);
  return (
    <div className={classes.choose}>
      <TextInput
        aria-label={t('search')}
        placeholder={t('search')}
        leftSection={<IconSearch size={16} aria-hidden />}
        maxLength={100}
        data-autofocus
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      {asked.isError && <ProblemAlert problem={viewProblem(asked.error)} onRetry={() => void asked.refetch()} />}
      {asked.isSuccess && (
        <p className={classes.chooseTitle}>{others.length === 0 ? t('nobody') : t(query === '' ? 'alike' : 'found')}</p>
      )}
      <ul className={classes.others}>
        {others.map((other) => (
          <li key={other.id}>
            <UnstyledButton className={classes.other} onClick={() => onChoose(other.id)}>
              <span className={classes.otherName}>{other.name}</span>
              <span className={classes.otherNote}>
                {[...other.phones.map(({ number }) => formatPhone(number)), ...other.emails].join(' · ')}
              </span>
            </UnstyledButton>
          </li>
        ))}
      </ul>
    </div>
  );
}
