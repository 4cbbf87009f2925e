'use client';

import { Anchor } from '@mantine/core';
import { IconMail, IconMapPin, IconPhone } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { formatPhone } from '../../../shared/formatting';
import { Panel } from '../../../shared/ui/panel';
import { PartTrouble } from './part-trouble';
import { RowList } from './row-list';
import { useEditing } from './use-editing';
import classes from './client-view.module.css';

/** How to reach the client. */
export function ContactsPanel() {
  const t = useTranslations('client.contacts');
  return (
    <Panel title={t('title')}>
      <div className={classes.reach}>
        <Group icon={<IconPhone size={18} aria-hidden />} place="phones">
          <Phones />
        </Group>
        <Group icon={<IconMail size={18} aria-hidden />} place="emails">
          <Emails />
        </Group>
        <Group icon={<IconMapPin size={18} aria-hidden />} place="addresses">
          <Addresses />
        </Group>
      </div>
    </Panel>
  );
}

function Group({ icon, place, children }: { icon: ReactNode; place: string; children: ReactNode }) {
  return (
    <div className={classes.reachGroup}>
      <span className={classes.reachIcon}>{icon}</span>
      <div>
        {children}
        <PartTrouble place={place} />
      </div>
    </div>
  );
}

function Phones() {
  const t = useTranslations('client.contacts');
  const { client, canEdit, save } = useEditing();
  const { phones } = client;
  return (
    <RowList
      name={t('phone')}
      add={t('addPhone')}
      rows={phones.map(({ number, label }) => ({ text: formatPhone(number), label }))}
      editable={canEdit}
      labels={[t('labels.mobile'), t('labels.work'), t('labels.home'), t('labels.relative')]}
      input={{ type: 'tel', maxLength: 40, placeholder: '+7 900 000-00-00' }}
      render={(index) => {
        const { number, shared } = phones[index]!;
        return (
          <>
            <Anchor href={`tel:${number}`} className="tabular" inherit>
              {formatPhone(number)}
            </Anchor>
            {shared && <span className={classes.shared}>{t('shared')}</span>}
          </>
        );
      }}
      onSave={(rows, origins) =>
        save({
          part: 'phones',
          value: rows.map(({ text, label }, index) => {
            const before = phones[origins[index] ?? -1];
            // A number that was not touched goes back as it came, shared or not.
            return before && formatPhone(before.number) === text
              ? { ...before, label }
              : { number: text, label, shared: false };
          }),
        })
      }
    />
  );
}

function Emails() {
  const t = useTranslations('client.contacts');
  const { client, canEdit, save } = useEditing();
  return (
    <RowList
      name={t('email')}
      add={t('addEmail')}
      rows={client.emails.map((text) => ({ text, label: null }))}
      editable={canEdit}
      input={{ type: 'email', maxLength: 254 }}
      render={(index) => (
        <Anchor href={`mailto:${client.emails[index]}`} inherit>
          {client.emails[index]}
        </Anchor>
      )}
      onSave={(rows) => save({ part: 'emails', value: rows.map(({ text }) => text) })}
    />
  );
}

function Addresses() {
  const t = useTranslations('client.contacts');
  const { client, canEdit, save } = useEditing();
  return (
    <RowList
      name={t('address')}
      add={t('addAddress')}
      rows={client.addresses}
      editable={canEdit}
      labels={[t('labels.object'), t('labels.cottage'), t('labels.office'), t('labels.legal')]}
      input={{ type: 'text', maxLength: 500, placeholder: t('addressPlaceholder') }}
      render={(index) => client.addresses[index]!.text}
      onSave={(value) => save({ part: 'addresses', value })}
    />
  );
}
