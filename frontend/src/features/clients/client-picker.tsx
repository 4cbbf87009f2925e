'use client';

import type { Client, CreateOrder } from '@smet/api-client';
import { Loader, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconUserCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { api } from '../../shared/api/client';
import { ApiProblem, unwrap } from '../../shared/api/problems';
import { queryKeys } from '../../shared/api/query-keys';
import { formatPhone } from '../../shared/formatting';
import { focusOnAppear } from '../../shared/ui/focus-on-appear';
import classes from './client-picker.module.css';

/** Either a client we know, or the phone and the name to make one with. Null until it is complete. */
type ClientChoice = CreateOrder['client'];

interface ClientPickerProps {
  /** Must keep its identity between renders (a state setter does). */
  onChange: (choice: ClientChoice | null) => void;
  /** Shown once the person has tried to send the form. */
  showMissing: boolean;
}

const LOOKUP_PAUSE_MS = 250;
const FEWEST_DIGITS = 10;

const digitsOf = (text: string): string => text.replace(/\D/g, '');

function useLookup(phone: string) {
  const [settled] = useDebouncedValue(phone, LOOKUP_PAUSE_MS);
  const found = useQuery({
    queryKey: queryKeys.clients.lookup(digitsOf(settled)),
    queryFn: () => unwrap(api.GET('/api/v1/clients/lookup', { params: { query: { phone: settled.trim() } } })),
    enabled: digitsOf(settled).length >= FEWEST_DIGITS,
    staleTime: 10_000,
  });
  // Within the pause the answer is still that of the number before: it must not be taken for this one's.
  return { ...found, isCurrent: digitsOf(settled) === digitsOf(phone) };
}

/** One box for a client known or new: the phone decides. */
export function ClientPicker({ onChange, showMissing }: ClientPickerProps) {
  const t = useTranslations('clients');
  const [phone, setPhone] = useState('');
  const [name, setName] = useState('');
  const lookup = useLookup(phone);
  const complete = digitsOf(phone).length >= FEWEST_DIGITS;
  const answered = complete && lookup.isCurrent;
  const answer = answered ? lookup.data : undefined;
  const refused = answered && lookup.error instanceof ApiProblem;
  const unreachable = answered && lookup.isError && !refused;

  useEffect(() => {
    if (!answer) onChange(null);
    else if (answer.client) onChange({ id: answer.client.id });
    else onChange(name.trim() ? { phone: answer.phone, name: name.trim() } : null);
  }, [answer, name, onChange]);

  const phoneError = refused
    ? t('invalid')
    : unreachable
      ? t('unreachable')
      : showMissing && !complete
        ? t(phone ? 'incomplete' : 'phoneRequired')
        : undefined;
  return (
    <div className={classes.box}>
      <TextInput
        label={t('phone')}
        description={t('phoneHint')}
        type="tel"
        inputMode="tel"
        autoComplete="off"
        placeholder="+7 900 000-00-00"
        maxLength={32}
        ref={focusOnAppear}
        value={phone}
        error={phoneError}
        rightSection={lookup.isFetching && <Loader size={16} aria-label={t('searching')} />}
        onChange={(event) => setPhone(event.currentTarget.value)}
      />
      <div aria-live="polite">
        {answer?.client && <FoundClient client={answer.client} phone={answer.phone} />}
        {answer && !answer.client && (
          <Text size="sm" c="dimmed">
            {t('notFound')}
          </Text>
        )}
      </div>
      {answer && !answer.client && (
        <TextInput
          label={t('name')}
          placeholder={t('namePlaceholder')}
          maxLength={200}
          value={name}
          error={showMissing && !name.trim() ? t('nameRequired') : undefined}
          onChange={(event) => setName(event.currentTarget.value)}
        />
      )}
    </div>
  );
}

function FoundClient({ client, phone }: { client: Client; phone: string }) {
  const t = useTranslations('clients');
  return (
    <div className={classes.found}>
      <IconUserCheck size={20} aria-hidden />
      <div>
        <div className={classes.name}>{client.name}</div>
        <div className={classes.note}>
          {t('found')} · <span className="tabular">{formatPhone(phone)}</span>
        </div>
      </div>
    </div>
  );
}
