'use client';

import { ActionIcon, Anchor, Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconTrash } from '@tabler/icons-react';
import type { LinkedClient } from '@smet/api-client';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { useState } from 'react';
import { api } from '../../../shared/api/client';
import { formatPhone } from '../../../shared/formatting';
import { Panel } from '../../../shared/ui/panel';
import { clientSearchQuery } from '../queries';
import { InPlaceText } from './in-place-text';
import { PartTrouble } from './part-trouble';
import { useEditing } from './use-editing';
import classes from './client-view.module.css';

const SEARCH_PAUSE_MS = 250;

/** Of a company the people one talks to; of a person the companies one talks to them about. */
export function PeoplePanel() {
  const t = useTranslations('client.people');
  const { client, canEdit, save } = useEditing();
  const { kind, contacts, companies } = client;
  if (kind === 'person') {
    if (companies.length === 0) return null;
    return (
      <Panel title={t('companies')}>
        <ul className={classes.people}>
          {companies.map((company) => (
            <li key={company.id}>
              <PersonWords person={company} />
              {company.position && <span className={classes.dim}>{company.position}</span>}
            </li>
          ))}
        </ul>
      </Panel>
    );
  }
  const put = (value: LinkedClient[]) => save({ part: 'contacts', value });
  return (
    <Panel title={t('contacts')}>
      <ul className={classes.people}>
        {contacts.map((person) => (
          <li key={person.id}>
            <PersonWords person={person} />
            <InPlaceText
              label={t('position', { name: person.name })}
              value={person.position ?? ''}
              empty={t('noPosition')}
              editable={canEdit}
              maxLength={100}
              onSave={(position) =>
                put(contacts.map((one) => (one.id === person.id ? { ...one, position: position || null } : one)))
              }
            />
            {canEdit && (
              <ActionIcon
                variant="subtle"
                color="gray"
                className={classes.personRemove}
                aria-label={t('remove', { name: person.name })}
                onClick={() => put(contacts.filter(({ id }) => id !== person.id))}
              >
                <IconTrash size={16} />
              </ActionIcon>
            )}
          </li>
        ))}
      </ul>
      {contacts.length === 0 && !canEdit && <span className={classes.dim}>{t('none')}</span>}
      {canEdit && <AddPerson onAdd={(person) => put([...contacts, person])} />}
      <PartTrouble place="contacts" />
    </Panel>
  );
}

function PersonWords({ person: { id, name, phone } }: { person: LinkedClient }) {
  return (
    <span className={classes.personName}>
      <Anchor component={Link} href={`/clients/${id}`} inherit>
        {name}
      </Anchor>
      {phone && <span className={`${classes.dim} tabular`}>{formatPhone(phone)}</span>}
    </span>
  );
}

function AddPerson({ onAdd }: { onAdd: (person: LinkedClient) => void }) {
  const t = useTranslations('client.people');
  const common = useTranslations('common');
  const { client } = useEditing();
  const [typed, setTyped] = useState('');
  const [settled] = useDebouncedValue(typed.trim(), SEARCH_PAUSE_MS);
  const found = useQuery(clientSearchQuery(api, settled, 'person'));
  const there = new Set(client.contacts.map(({ id }) => id));
  const people = (found.data ?? []).filter(({ id }) => !there.has(id));
  return (
    <Select
      size="sm"
      aria-label={t('add')}
      placeholder={t('add')}
      data={people.map(({ id, name, phones }) => ({
        value: id,
        label: phones[0] ? `${name} · ${formatPhone(phones[0].number)}` : name,
      }))}
      // The server has chosen already, misspelt words included.
      filter={({ options }) => options}
      searchable
      value={null}
      searchValue={typed}
      onSearchChange={setTyped}
      nothingFoundMessage={common('nothingFound')}
      onChange={(id) => {
        const person = people.find((one) => one.id === id);
        setTyped('');
        if (person)
          onAdd({ id: person.id, name: person.name, phone: person.phones[0]?.number ?? null, position: null });
      }}
    />
  );
}
