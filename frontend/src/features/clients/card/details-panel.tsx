'use client';

import { SegmentedControl, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { api } from '../../../shared/api/client';
import { usersQuery } from '../../../shared/api/reference-queries';
import { useCan } from '../../../shared/session/session';
import { Panel } from '../../../shared/ui/panel';
import { clientFieldsQuery, sourcesQuery } from '../queries';
import { FieldValueEditor } from './field-value-editor';
import { InPlaceText } from './in-place-text';
import { PartTrouble } from './part-trouble';
import { TagsEditor } from './tags-editor';
import { useEditing } from './use-editing';
import classes from './client-view.module.css';

/** Who the client is to the firm, and what the firm itself wants to know of its clients. */
export function DetailsPanel() {
  const t = useTranslations('client');
  const columns = useTranslations('clients.columns');
  const { client, canEdit, save } = useEditing();
  const sources = useQuery(sourcesQuery(api));
  const fields = useQuery(clientFieldsQuery(api));
  return (
    <Panel title={t('details')}>
      <dl className={classes.facts}>
        <Fact name={columns('kind')} place="kind">
          <KindField />
        </Fact>
        <Fact name={columns('responsible')} place="responsible">
          <ResponsibleField />
        </Fact>
        <Fact name={columns('source')} place="source">
          <InPlaceText
            label={columns('source')}
            value={client.source ?? ''}
            empty={t('notSaid')}
            editable={canEdit}
            known={sources.data ?? []}
            maxLength={100}
            onSave={(source) => save({ part: 'source', value: source || null })}
          />
        </Fact>
        <Fact name={columns('tags')} place="tags">
          <TagsEditor />
        </Fact>
        {fields.data?.map((field) => (
          <Fact
            key={field.key}
            name={field.unit ? `${field.name}, ${field.unit}` : field.name}
            place={`fields.${field.key}`}
          >
            <FieldValueEditor
              field={field}
              value={client.fields[field.key] ?? null}
              editable={canEdit}
              onSave={(value) => save({ part: 'fields', key: field.key, value })}
            />
          </Fact>
        ))}
        <Fact name={t('comment')} place="comment">
          <InPlaceText
            kind="long"
            label={t('comment')}
            value={client.comment ?? ''}
            empty={t('notSaid')}
            editable={canEdit}
            maxLength={5000}
            onSave={(comment) => save({ part: 'comment', value: comment || null })}
          />
        </Fact>
      </dl>
    </Panel>
  );
}

function Fact({ name, place, children }: { name: string; place: string; children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>
        {children}
        <PartTrouble place={place} />
      </dd>
    </>
  );
}

function KindField() {
  const t = useTranslations('clients');
  const { client, canEdit, save } = useEditing();
  if (!canEdit) return t(`kinds.${client.kind}`);
  return (
    <SegmentedControl
      size="xs"
      aria-label={t('columns.kind')}
      data={(['person', 'company'] as const).map((value) => ({ value, label: t(`kinds.${value}`) }))}
      value={client.kind}
      onChange={(value) => save({ part: 'kind', value })}
    />
  );
}

function ResponsibleField() {
  const t = useTranslations('client');
  const columns = useTranslations('clients.columns');
  const can = useCan();
  const { client, canEdit, save } = useEditing();
  const users = useQuery({ ...usersQuery(api), enabled: can('user:read') });
  const { responsible } = client;
  if (!canEdit || !can('user:read')) return responsible?.name ?? t('nobody');
  const people = users.data ?? [];
  // Somebody who has left is not among the people any more, but still is this client's.
  const known = responsible && !people.some(({ id }) => id === responsible.id) ? [responsible, ...people] : people;
  return (
    <Select
      aria-label={columns('responsible')}
      size="sm"
      variant="filled"
      data={known.map(({ id, name }) => ({ value: id, label: name }))}
      value={responsible?.id ?? null}
      placeholder={t('nobody')}
      clearable
      onChange={(id) => {
        const person = known.find((one) => one.id === id);
        save({ part: 'responsible', value: person ? { id: person.id, name: person.name } : null });
      }}
    />
  );
}
