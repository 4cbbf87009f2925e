import { isISO8601 } from 'class-validator';
import type { CustomFieldSubject, CustomFieldType } from '@smet/database';
import type { InvalidParam } from '../../platform/http/index.js';
import { isStorableText } from '../../platform/http/plain-text.js';

/** What a field can hold: text and choice a string, date `YYYY-MM-DD`, number and boolean themselves. */
export type FieldValue = string | number | boolean;
/** Changes of values by key; null takes the value away. */
export type FieldChanges = Readonly<Record<string, FieldValue | null>>;

export interface FieldDefinition {
  readonly subject: CustomFieldSubject;
  readonly key: string;
  readonly name: string;
  readonly type: CustomFieldType;
  readonly options: readonly string[] | null;
  readonly unit: string | null;
}

const MAX_TEXT = 1000;
const MAX_NUMBER = 1e12;
const DATE = /^\d{4}-\d{2}-\d{2}$/;

type Reading = { readonly value: FieldValue } | { readonly problem: Omit<InvalidParam, 'path'> };

const problem = (code: string, params?: InvalidParam['params']): Reading => ({
  problem: { code, ...(params && { params }) },
});

const isDate = (value: string): boolean =>
  DATE.test(value) && !value.startsWith('0000') && isISO8601(value, { strict: true });

const readers: Readonly<Record<CustomFieldType, (value: unknown, field: FieldDefinition) => Reading>> = {
  text: (value) => {
    if (typeof value !== 'string' || !isStorableText(value)) return problem('IS_STRING');
    return value.length > MAX_TEXT ? problem('MAX_LENGTH', { max: MAX_TEXT }) : { value: value.trim() };
  },
  number: (value) => {
    if (typeof value !== 'number' || !Number.isFinite(value)) return problem('IS_NUMBER');
    return Math.abs(value) > MAX_NUMBER ? problem('MAX', { max: MAX_NUMBER }) : { value };
  },
  date: (value) => (typeof value === 'string' && isDate(value) ? { value } : problem('IS_DATE')),
  boolean: (value) => (typeof value === 'boolean' ? { value } : problem('IS_BOOLEAN')),
  choice: (value, { options }) =>
    typeof value === 'string' && options?.includes(value) ? { value } : problem('IS_IN', { values: options ?? [] }),
};

export interface CheckedValues {
  readonly values: FieldChanges;
  readonly problems: readonly InvalidParam[];
}

/** Values as they were sent against their definitions; an empty text is no value. Paths are `fields.<key>`. */
export function checkValues(
  definitions: readonly FieldDefinition[],
  sent: Readonly<Record<string, unknown>>,
): CheckedValues {
  const values: Record<string, FieldValue | null> = {};
  const problems: InvalidParam[] = [];
  for (const [key, value] of Object.entries(sent)) {
    const path = `fields.${key}`;
    const field = definitions.find((one) => one.key === key);
    if (!field) problems.push({ path, code: 'UNKNOWN_FIELD' });
    else if (value === null || value === '') values[key] = null;
    else {
      const reading = readers[field.type](value, field);
      if ('problem' in reading) problems.push({ path, ...reading.problem });
      else values[key] = reading.value === '' ? null : reading.value;
    }
  }
  return { values, problems };
}

const YES = ['да', 'yes', 'true', '1', '+'];
const NO = ['нет', 'no', 'false', '0', '-'];
const RUSSIAN_DATE = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/;

/**
 * A value as people write it in a sheet or an address: `3 200,5`, `05.11.2026`, «да», a choice in any case of letters.
 * @returns the value, null for an empty text, undefined when it is none of this field's
 */
export function readFieldText(field: FieldDefinition, typed: string): FieldValue | null | undefined {
  const text = typed.trim();
  if (text === '') return null;
  const reading = readers[field.type](ofText(field, text), field);
  return 'problem' in reading ? undefined : reading.value;
}

function ofText({ type, options }: FieldDefinition, text: string): unknown {
  const lower = text.toLowerCase();
  if (type === 'number')
    return /^[-+]?[\d\s]+([.,]\d+)?$/.test(text) ? Number(text.replaceAll(/\s/g, '').replace(',', '.')) : text;
  if (type === 'boolean') return YES.includes(lower) || (NO.includes(lower) ? false : text);
  if (type === 'choice') return options?.find((option) => option.toLowerCase() === lower) ?? text;
  if (type !== 'date') return text;
  const [, day = '', month = '', year = ''] = RUSSIAN_DATE.exec(text) ?? [];
  return year === '' ? text : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}
