'use client';

import { Select, TagsInput, TextInput } from '@mantine/core';
import type { CategoryNode, CustomField } from '@smet/api-client';
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { categoryPaths } from '../tree/tree';
import type { ItemDraft } from './item-draft';
import { KINDS } from './list-state';
import classes from '../nomenclature.module.css';

interface ItemFieldsProps {
  draft: ItemDraft;
  categories: readonly CategoryNode[];
  /** Own fields of the organization. */
  fields: readonly CustomField[];
  readOnly: boolean;
  onChange: (draft: ItemDraft) => void;
}

/** The fields of an item, those every firm has and those this one has added. */
export function ItemFields({ draft, categories, fields, readOnly, onChange }: ItemFieldsProps) {
  const t = useTranslations('nomenclature');
  const paths = useMemo(() => categoryPaths(categories), [categories]);
  const change = (patch: Partial<ItemDraft>) => onChange({ ...draft, ...patch });
  const text = (key: 'code' | 'name' | 'unit' | 'norm', maxLength: number, required = true) => (
    <TextInput
      label={t(`columns.${key}`)}
      value={draft[key]}
      maxLength={maxLength}
      required={required}
      readOnly={readOnly}
      onChange={(event) => change({ [key]: event.currentTarget.value })}
    />
  );
  return (
    <div className={classes.fields}>
      <div className={classes.wide}>{text('name', 300)}</div>
      {text('code', 60)}
      {text('unit', 20)}
      <Select
        label={t('columns.kind')}
        data={KINDS.map((value) => ({ value, label: t(`kinds.${value}`) }))}
        value={draft.kind}
        allowDeselect={false}
        readOnly={readOnly}
        onChange={(kind) => kind && change({ kind })}
      />
      <Select
        label={t('columns.category')}
        data={paths}
        value={draft.categoryId || null}
        allowDeselect={false}
        searchable
        readOnly={readOnly}
        onChange={(categoryId) => categoryId !== null && change({ categoryId })}
      />
      <div className={classes.wide}>{text('norm', 500, false)}</div>
      <TagsInput
        className={classes.wide}
        label={t('columns.barcodes')}
        placeholder={draft.barcodes.length === 0 ? t('barcodePlaceholder') : ''}
        value={[...draft.barcodes]}
        maxTags={20}
        readOnly={readOnly}
        onChange={(barcodes) => change({ barcodes })}
      />
      {fields.map((field) => (
        <OwnField
          key={field.key}
          field={field}
          value={draft.fields[field.key] ?? ''}
          readOnly={readOnly}
          onChange={(value) => change({ fields: { ...draft.fields, [field.key]: value } })}
        />
      ))}
    </div>
  );
}

interface OwnFieldProps {
  field: CustomField;
  value: string;
  readOnly: boolean;
  onChange: (value: string) => void;
}

function OwnField({ field: { name, type, unit, options }, value, readOnly, onChange }: OwnFieldProps) {
  const t = useTranslations('nomenclature');
  const label = unit === null ? name : `${name}, ${unit}`;
  if (type === 'choice' || type === 'boolean') {
    const data =
      type === 'choice'
        ? (options ?? [])
        : ['true', 'false'].map((one) => ({ value: one, label: t(`yesNo.${one as 'true'}`) }));
    return (
      <Select
        label={label}
        data={data}
        value={value || null}
        clearable
        readOnly={readOnly}
        onChange={(chosen) => onChange(chosen ?? '')}
      />
    );
  }
  return (
    <TextInput
      label={label}
      type={type === 'date' ? 'date' : 'text'}
      inputMode={type === 'number' ? 'decimal' : 'text'}
      value={value}
      maxLength={500}
      readOnly={readOnly}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
