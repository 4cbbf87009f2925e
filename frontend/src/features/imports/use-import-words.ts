'use client';

import type { Import, ImportColumn, ImportProblem, ImportRow } from '@smet/api-client';
import { useTranslations } from 'next-intl';
import { formatDecimal, formatMoney } from '../../shared/formatting';
import { problemKey } from '../../shared/i18n/problem-key';
import { useMe } from '../../shared/session/session';
import { textOf } from './text-of';

type RowProblem = ImportRow['problems'][number];
type Params = Record<string, string | number>;

/** Why a file or a row was refused, in words. A code nobody has words for is shown as it is. */
export function useImportProblemWords() {
  const t = useTranslations('imports');
  const fileProblem = ({ code, params }: ImportProblem): string => {
    const key = `failure.codes.${problemKey(code)}` as 'failure.codes.IMPORT_BROKEN_TEXT';
    return t.has(key) ? t(key, params as { row: number }) : t('failure.unknown', { code });
  };
  const rowProblem = ({ column, code, params }: RowProblem, columns: readonly ImportColumn[]): string => {
    const key = `rowProblems.${code}` as 'rowProblems.MAX_LENGTH';
    const known = { value: '', max: '', ...(params as Params | undefined) };
    const text = t.has(key) ? t(key, known) : t('rowProblems.unknown', { code });
    const title = columns.find((one) => one.key === column)?.title;
    return title === undefined ? text : t('rowProblems.inColumn', { title, text });
  };
  return { fileProblem, rowProblem };
}

/** A value of a column as people read it: amounts come in minor units, choices by their names. */
export function useImportValue() {
  const t = useTranslations('imports.values');
  const { currency } = useMe().organization;
  return (value: unknown, { type }: ImportColumn): string | null => {
    if (value === null || value === undefined || value === '') return null;
    if (type === 'money' && typeof value === 'number') return formatMoney(value, currency);
    if (type === 'number' && typeof value === 'number') return formatDecimal(String(value));
    if (Array.isArray(value)) return value.map(textOf).join(', ');
    const text = textOf(value);
    const key = text as 'material';
    const isNamed = type === 'choice' || typeof value === 'boolean';
    return isNamed && t.has(key) ? t(key) : text;
  };
}

/** The mapped columns in the order of the file. */
export function mappedColumns({ mapping, columns }: Pick<Import, 'mapping' | 'columns'>): ImportColumn[] {
  const order = Object.entries(mapping ?? {}).sort(([a], [b]) => Number(a) - Number(b));
  return order.flatMap(([, key]) => columns.find((column) => column.key === key) ?? []);
}
