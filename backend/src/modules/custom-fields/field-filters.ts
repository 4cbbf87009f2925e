import type { InvalidParam } from '../../platform/http/index.js';
import { readFieldText, type FieldDefinition, type FieldValue } from './field-values.js';

/** As the database's `find_ids_by_fields` reads it: exactly this value, or between two, either of which may be missing. */
type Wanted =
  | { readonly key: string; readonly equals: FieldValue }
  | { readonly key: string; readonly from?: FieldValue; readonly to?: FieldValue };

export type FieldCondition = Wanted & {
  /** So many rows meet it that they are found quicker in the order of the list than by the index of the values. */
  readonly frequent?: boolean;
};

export interface FieldFilters {
  readonly conditions: readonly FieldCondition[];
  readonly problems: readonly InvalidParam[];
}

/**
 * Filters of a list as they stand in its address, by the key of the field: `white`, and for numbers and dates also
 * `3200..5000`, `3200..`, `..2026-12-31`. Paths of problems are `field.<key>`.
 */
export function readFilters(
  definitions: readonly FieldDefinition[],
  typed: Readonly<Record<string, unknown>>,
): FieldFilters {
  const conditions: FieldCondition[] = [];
  const problems: InvalidParam[] = [];
  for (const [key, text] of Object.entries(typed)) {
    const field = definitions.find((one) => one.key === key);
    const condition = field && typeof text === 'string' ? readCondition(field, text) : null;
    if (condition) conditions.push(condition);
    else problems.push({ path: `field.${key}`, code: field ? 'FILTER_UNREADABLE' : 'UNKNOWN_FIELD' });
  }
  return { conditions, problems };
}

function readCondition(field: FieldDefinition, text: string): FieldCondition | null {
  const { key } = field;
  const [from, to, ...more] = text.split('..');
  const ranged = (field.type === 'number' || field.type === 'date') && to !== undefined;
  if (!ranged) {
    const equals = readFieldText(field, text);
    return equals === null || equals === undefined ? null : { key, equals };
  }
  const [least, most] = [readFieldText(field, from ?? ''), readFieldText(field, to)];
  if (more.length > 0 || least === undefined || most === undefined || (least === null && most === null)) return null;
  return { key, ...(least !== null && { from: least }), ...(most !== null && { to: most }) };
}
