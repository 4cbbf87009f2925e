'use client';

import { SegmentedControl, Select } from '@mantine/core';
import type { CustomField } from '@smet/api-client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { FieldValue } from '../use-field-words';
import { useFieldWords } from '../use-field-words';
import { InPlaceText } from './in-place-text';
import classes from './client-view.module.css';

interface FieldValueEditorProps {
  field: CustomField;
  value: FieldValue | null;
  editable: boolean;
  onSave: (value: FieldValue | null) => void;
}

const MAX_TEXT = 1000;

/** `3 200,5` as a number; null for what is none. */
function readNumber(text: string): number | null {
  const clean = text.replaceAll(/\s/g, '').replace(',', '.');
  return /^[-+−]?\d+(\.\d+)?$/.test(clean) ? Number(clean.replace('−', '-')) : null;
}

/** The value of one own field, edited as its type asks. */
export function FieldValueEditor({ field, value, editable, onSave }: FieldValueEditorProps) {
  const t = useTranslations('client');
  const words = useFieldWords();
  const [wrong, setWrong] = useState(false);
  const shown = value === null ? '' : words.of(field, value);
  if (!editable) return shown || t('notSaid');
  if (field.type === 'choice') return <Choice field={field} value={value} onSave={onSave} />;
  if (field.type === 'boolean') return <YesNo field={field} value={value} onSave={onSave} />;
  const { type } = field;
  return (
    <>
      <InPlaceText
        kind={type}
        label={field.name}
        value={value === null ? '' : type === 'number' ? String(value).replace('.', ',') : String(value)}
        words={shown}
        empty={t('notSaid')}
        editable
        maxLength={MAX_TEXT}
        onSave={(text) => {
          const number = type === 'number' && text ? readNumber(text) : null;
          const isWrong = type === 'number' && text !== '' && number === null;
          setWrong(isWrong);
          if (!isWrong) onSave(text === '' ? null : (number ?? text));
        }}
      />
      {wrong && (
        <div role="alert" className={classes.wrong}>
          {t('numberWanted')}
        </div>
      )}
    </>
  );
}

type OneOfProps = Omit<FieldValueEditorProps, 'editable'>;

function Choice({ field, value, onSave }: OneOfProps) {
  const t = useTranslations('client');
  const options = field.options ?? [];
  // What was chosen before and is not offered any more stays until another is chosen.
  const known = typeof value === 'string' && !options.includes(value) ? [value, ...options] : options;
  return (
    <Select
      aria-label={field.name}
      size="sm"
      variant="filled"
      data={known}
      value={value === null ? null : String(value)}
      placeholder={t('notSaid')}
      clearable
      onChange={onSave}
    />
  );
}

function YesNo({ field, value, onSave }: OneOfProps) {
  const t = useTranslations('client');
  const words = useTranslations('clients.conditions');
  const state = value === null ? 'unknown' : value === true ? 'yes' : 'no';
  return (
    <SegmentedControl
      size="xs"
      aria-label={field.name}
      data={[
        { value: 'yes', label: words('yes') },
        { value: 'no', label: words('no') },
        { value: 'unknown', label: t('unknown') },
      ]}
      value={state}
      onChange={(chosen) => onSave(chosen === 'unknown' ? null : chosen === 'yes')}
    />
  );
}
