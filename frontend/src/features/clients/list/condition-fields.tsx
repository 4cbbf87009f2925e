'use client';

import { Select, TextInput } from '@mantine/core';
import type { CustomField } from '@smet/api-client';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { api } from '../../../shared/api/client';
import { usersQuery } from '../../../shared/api/reference-queries';
import { useCan } from '../../../shared/session/session';
import { clientFieldsQuery, sourcesQuery, tagsQuery } from '../queries';
import type { ClientFiltersProps } from './client-filters';
import classes from './client-list.module.css';

const choicesOf = (known: { id: string; name: string }[] = []) =>
  known.map(({ id, name }) => ({ value: id, label: name }));

/** Every condition the list can be put under; each takes effect at once. */
export function ConditionFields({ state, onChange }: ClientFiltersProps) {
  const t = useTranslations('clients');
  const can = useCan();
  const tags = useQuery(tagsQuery(api));
  const sources = useQuery(sourcesQuery(api));
  const users = useQuery({ ...usersQuery(api), enabled: can('user:read') });
  const fields = useQuery(clientFieldsQuery(api));
  // A list inside the popover must not close it: it opens within.
  const inside = { comboboxProps: { withinPortal: false }, clearable: true };
  return (
    <div className={classes.conditions}>
      <Select
        {...inside}
        label={t('columns.kind')}
        placeholder={t('conditions.any')}
        data={(['person', 'company'] as const).map((kind) => ({ value: kind, label: t(`kinds.${kind}`) }))}
        value={state.kind ?? null}
        onChange={(kind) => onChange({ ...state, kind: kind ?? undefined })}
      />
      <Select
        {...inside}
        label={t('columns.tag')}
        placeholder={t('conditions.any')}
        data={choicesOf(tags.data)}
        value={state.tag ?? null}
        onChange={(tag) => onChange({ ...state, tag: tag ?? undefined })}
      />
      <Select
        {...inside}
        label={t('columns.source')}
        placeholder={t('conditions.any')}
        data={sources.data ?? []}
        value={state.source ?? null}
        onChange={(source) => onChange({ ...state, source: source ?? undefined })}
      />
      {can('user:read') && (
        <Select
          {...inside}
          label={t('columns.responsible')}
          placeholder={t('conditions.any')}
          data={choicesOf(users.data)}
          value={state.responsibleUserId ?? null}
          onChange={(id) => onChange({ ...state, responsibleUserId: id ?? undefined })}
        />
      )}
      {fields.data?.map((field) => (
        <FieldCondition
          key={field.key}
          field={field}
          value={state.fields[field.key] ?? ''}
          onChange={(value) => {
            const { [field.key]: _before, ...rest } = state.fields;
            onChange({ ...state, fields: value ? { ...rest, [field.key]: value } : rest });
          }}
        />
      ))}
    </div>
  );
}

interface FieldConditionProps {
  field: CustomField;
  /** As it stands in the address: `white`, `3200..5000`. */
  value: string;
  onChange: (value: string) => void;
}

function FieldCondition({ field, value, onChange }: FieldConditionProps) {
  const t = useTranslations('clients.conditions');
  const label = field.unit ? `${field.name}, ${field.unit}` : field.name;
  if (field.type === 'choice' || field.type === 'boolean') {
    const data =
      field.type === 'choice'
        ? (field.options ?? [])
        : [
            { value: 'true', label: t('yes') },
            { value: 'false', label: t('no') },
          ];
    return (
      <Select
        label={label}
        placeholder={t('any')}
        data={data}
        value={value || null}
        onChange={(chosen) => onChange(chosen ?? '')}
        comboboxProps={{ withinPortal: false }}
        clearable
      />
    );
  }
  if (field.type === 'text') return <Typed label={label} value={value} onChange={onChange} />;
  const [from = '', to = from] = value.split('..');
  const join = (least: string, most: string) => onChange(least || most ? `${least}..${most}` : '');
  const type = field.type === 'date' ? 'date' : 'number';
  return (
    <fieldset className={classes.range}>
      <legend>{label}</legend>
      <Typed
        ariaLabel={t('fromOf', { name: label })}
        type={type}
        placeholder={t('from')}
        value={from}
        onChange={(least) => join(least, to)}
      />
      <Typed
        ariaLabel={t('toOf', { name: label })}
        type={type}
        placeholder={t('to')}
        value={to}
        onChange={(most) => join(from, most)}
      />
    </fieldset>
  );
}

interface TypedProps {
  label?: string;
  ariaLabel?: string;
  type?: 'text' | 'number' | 'date';
  placeholder?: string;
  value: string;
  onChange: (value: string) => void;
}

/** Takes effect on Enter and on leaving. */
function Typed({ label, ariaLabel, type = 'text', placeholder, value, onChange }: TypedProps) {
  const [text, setText] = useState(value);
  const finish = () => {
    if (text.trim() !== value) onChange(text.trim());
  };
  return (
    <TextInput
      label={label}
      aria-label={ariaLabel}
      type={type}
      step={type === 'number' ? 'any' : undefined}
      placeholder={placeholder}
      maxLength={100}
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={finish}
      onKeyDown={(event) => event.key === 'Enter' && finish()}
    />
  );
}
