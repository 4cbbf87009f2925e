import type { QueryTree } from '../query.js';
import { listAt, textAt, valueAt, withOf } from '../query.js';
import type { EntityRow, EntityType, Lead } from '../world.js';
import { entityRows } from '../world.js';
import type { ApiContext } from './context.js';

const ORDERS: Record<EntityType, ReadonlySet<string>> = {
  leads: new Set(['id', 'created_at', 'updated_at']),
  contacts: new Set(['id', 'updated_at']),
};

/** The rows a list request asks for, in its order: bin or not, `query`, paid filters, `order`. */
export function selectRows(context: ApiContext, type: EntityType): EntityRow[] {
  const inBin = withOf(context.query).has('only_deleted');
  const needle = textAt(context.query, 'query')?.trim().toLowerCase() ?? '';
  const filter = context.switches.paidFilter ? valueAt(context.query, 'filter') : undefined;
  const rows = entityRows(context.world, type)
    .filter((row) => row.is_deleted === inBin)
    .filter((row) => needle === '' || (isIndexed(context, row) && contains(row, needle)))
    .filter((row) => typeof filter !== 'object' || passes(row, filter));
  return ordered(rows, type, context.query);
}

/** Search may run behind the writes; the reference has no source either way, so it is a switch. */
function isIndexed(context: ApiContext, row: EntityRow): boolean {
  return row.indexed_at <= context.world.now() - context.switches.searchLagMs;
}

/** Text search over the name and all custom fields; digits also match phones typed with other punctuation (assumed). */
function contains(row: EntityRow, needle: string): boolean {
  const texts = [
    row.name,
    String(row.id),
    ...row.values.flatMap((field) => field.values.map((value) => String(value['value']))),
  ];
  if (texts.some((text) => text.toLowerCase().includes(needle))) return true;
  const digits = needle.replaceAll(/\D/g, '');
  return digits.length >= 6 && texts.some((text) => text.replaceAll(/\D/g, '').includes(digits));
}

function ordered(rows: EntityRow[], type: EntityType, query: QueryTree): EntityRow[] {
  const asked = valueAt(query, 'order');
  const [column, direction] = typeof asked === 'object' ? (Object.entries(asked)[0] ?? []) : [];
  const known = column !== undefined && ORDERS[type].has(column);
  const key = (known ? column : 'id') as 'id' | 'created_at' | 'updated_at';
  const sign = known && direction === 'desc' ? -1 : 1;
  return rows.toSorted((left, right) => sign * (left[key] - right[key] || left.id - right.id));
}

/** List filters [D:filters-api]; an unknown filter narrows nothing. */
function passes(row: EntityRow, filter: QueryTree): boolean {
  return (
    inList(row.id, filter, 'id') &&
    inList(row.responsible_user_id, filter, 'responsible_user_id') &&
    inList(row.created_by, filter, 'created_by') &&
    inList(row.updated_by, filter, 'updated_by') &&
    inNames(row.name, filter) &&
    inRange(row.created_at, filter, 'created_at') &&
    inRange(row.updated_at, filter, 'updated_at') &&
    passesFields(row, filter) &&
    (!('status_id' in row) || passesLead(row as Lead, filter))
  );
}

function passesLead(lead: Lead, filter: QueryTree): boolean {
  return (
    inList(lead.pipeline_id, filter, 'pipeline_id') &&
    inRange(lead.price, filter, 'price') &&
    inRange(lead.closed_at ?? 0, filter, 'closed_at') &&
    inStatuses(lead, filter)
  );
}

function inStatuses(lead: Lead, filter: QueryTree): boolean {
  const pairs = valueAt(filter, 'statuses');
  if (typeof pairs !== 'object') return true;
  return Object.values(pairs).some(
    (pair) =>
      typeof pair === 'object' &&
      textAt(pair, 'pipeline_id') === String(lead.pipeline_id) &&
      textAt(pair, 'status_id') === String(lead.status_id),
  );
}

function passesFields(row: EntityRow, filter: QueryTree): boolean {
  const wanted = valueAt(filter, 'custom_fields_values');
  if (typeof wanted !== 'object') return true;
  return Object.keys(wanted).every((fieldId) => {
    const stored = row.values.find((field) => String(field.field_id) === fieldId)?.values ?? [];
    if (isRange(wanted, fieldId)) return stored.some((value) => inRange(Number(value['value']), wanted, fieldId));
    const choices = new Set(listAt(wanted, fieldId));
    return stored.some((value) => choices.has(String(value['value'])) || choices.has(String(value['enum_id'])));
  });
}

function inNames(name: string, filter: QueryTree): boolean {
  const names = valueAt(filter, 'name');
  if (names === undefined) return true;
  return typeof names === 'string' ? names === name : listAt(filter, 'name').includes(name);
}

function inList(value: number, filter: QueryTree, key: string): boolean {
  const choices = listAt(filter, key);
  return choices.length === 0 || choices.includes(String(value));
}

/** A bare integer instead of from/to finds nothing ([I#358]). */
function inRange(value: number, filter: QueryTree, key: string): boolean {
  if (valueAt(filter, key) === undefined) return true;
  if (!isRange(filter, key)) return false;
  const from = Number(textAt(filter, key, 'from') ?? Number.NEGATIVE_INFINITY);
  const to = Number(textAt(filter, key, 'to') ?? Number.POSITIVE_INFINITY);
  return value >= from && value <= to;
}

function isRange(filter: QueryTree, key: string): boolean {
  return valueAt(filter, key, 'from') !== undefined || valueAt(filter, key, 'to') !== undefined;
}
