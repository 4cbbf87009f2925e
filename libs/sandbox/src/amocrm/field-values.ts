import { isItem, ItemReader } from './api/batch.js';
import type { ItemProblems } from './problems.js';
import type { CustomField, EntityType, FieldEnum, FieldValue, StoredValue, World } from './world.js';
import { startOfDay } from './zone.js';

/** What a write does to one field: replaces all its values, or clears it with null. */
export interface FieldChange {
  readonly field: CustomField;
  readonly values: StoredValue[] | null;
}

const STRING_TYPES = new Set(['text', 'textarea', 'url', 'streetaddress', 'tracking_data']);
const NUMBER_TYPES = new Set(['numeric', 'price', 'monetary']);
const DATE_TYPES = new Set(['date', 'date_time', 'birthday']);
const ENUM_TYPES = new Set(['select', 'multiselect', 'radiobutton', 'category']);

/** Field types that can be made and written here; the rest of amoCRM's list is not imitated. */
export const FIELD_TYPES: ReadonlySet<string> = new Set([
  ...STRING_TYPES,
  ...NUMBER_TYPES,
  ...DATE_TYPES,
  ...ENUM_TYPES,
  'checkbox',
  'multitext',
]);

/** Reads `custom_fields_values`. Only fields that are sent are touched; null for the whole list touches none (assumed). */
export function readFieldChanges(
  world: World,
  entityType: EntityType,
  raw: unknown,
  problems: ItemProblems,
): FieldChange[] {
  if (raw === undefined || raw === null) return [];
  if (!Array.isArray(raw)) {
    problems.add('InvalidType', 'custom_fields_values');
    return [];
  }
  return raw.flatMap((row: unknown, index) => {
    const change = readFieldChange(world, entityType, row, new FieldPath(problems, index));
    return change ? [change] : [];
  });
}

/** The values after a write: fields that were sent are replaced completely [I#4]. */
export function applyFieldChanges(current: FieldValue[], changes: FieldChange[]): FieldValue[] {
  const next = new Map(current.map((row) => [row.field_id, row]));
  for (const { field, values } of changes) {
    if (values === null || values.length === 0) next.delete(field.id);
    else next.set(field.id, { field_id: field.id, values });
  }
  return [...next.values()];
}

/** `custom_fields_values` as it is read: null when there are none. */
export function renderFieldValues(world: World, values: FieldValue[]): unknown[] | null {
  const rows = values.flatMap((row) => {
    const field = world.state.customFields.find((candidate) => candidate.id === row.field_id);
    if (!field) return [];
    return [
      {
        field_id: field.id,
        field_name: field.name,
        field_code: field.code,
        field_type: field.type,
        values: row.values,
      },
    ];
  });
  return rows.length === 0 ? null : rows;
}

class FieldPath {
  constructor(
    readonly problems: ItemProblems,
    private readonly index: number,
  ) {}

  get prefix(): string {
    return `custom_fields_values.${this.index}`;
  }

  valuePrefix(valueIndex: number): string {
    return `${this.prefix}.values.${valueIndex}.`;
  }
}

function readFieldChange(world: World, entityType: EntityType, row: unknown, path: FieldPath): FieldChange | null {
  if (!isItem(row)) {
    path.problems.add('InvalidType', path.prefix);
    return null;
  }
  const reader = new ItemReader(row, path.problems, `${path.prefix}.`);
  const id = reader.integer('field_id');
  const code = reader.text('field_code');
  const sent = reader.raw('values');
  // The vendor's own PHP client sends a field back with its name and type; assumed to be ignored.
  reader.ignore('field_name', 'field_type');
  reader.refuseOthers();
  const field = world.state.customFields.find(
    (candidate) =>
      candidate.entity_type === entityType && (id === undefined ? candidate.code === code : candidate.id === id),
  );
  if (!field || (id === undefined && code === undefined)) {
    reader.fail('NotSupportedChoice', id === undefined && code !== undefined ? 'field_code' : 'field_id');
    return null;
  }
  if (sent === null) return { field, values: null };
  if (!Array.isArray(sent)) {
    reader.fail(sent === undefined ? 'FieldMissing' : 'InvalidType', 'values');
    return null;
  }
  const values = sent.map((value: unknown, index) => readValue(world, field, value, [path, index]));
  return { field, values: values.filter((value) => value !== null) };
}

function readValue(world: World, field: CustomField, raw: unknown, at: [FieldPath, number]): StoredValue | null {
  const [path, index] = at;
  if (!isItem(raw)) {
    path.problems.add('InvalidType', `${path.prefix}.values.${index}`);
    return null;
  }
  const reader = new ItemReader(raw, path.problems, path.valuePrefix(index));
  const value = parseValue(world, field, reader);
  reader.refuseOthers();
  return value;
}

function parseValue(world: World, field: CustomField, reader: ItemReader): StoredValue | null {
  if (ENUM_TYPES.has(field.type)) return parseEnum(field, reader);
  if (field.type === 'multitext') return parseMultitext(field, reader);
  const raw = reader.raw('value');
  if (raw === undefined || raw === null) return failed(reader, 'FieldMissing');
  if (field.type === 'checkbox') return typeof raw === 'boolean' ? { value: raw } : failed(reader, 'InvalidType');
  if (NUMBER_TYPES.has(field.type)) return parseNumber(raw, reader);
  if (DATE_TYPES.has(field.type)) return parseDate(world, field, raw, reader);
  return typeof raw === 'string' ? { value: raw } : failed(reader, 'InvalidType');
}

/** Numbers are read back as strings. */
function parseNumber(raw: unknown, reader: ItemReader): StoredValue | null {
  const fits = (typeof raw === 'number' || typeof raw === 'string') && raw !== '' && Number.isFinite(Number(raw));
  return fits ? { value: String(raw) } : failed(reader, 'InvalidType');
}

/** `date` snaps to local midnight of the account's zone [I#402]; `date_time` keeps the moment. */
function parseDate(world: World, field: CustomField, raw: unknown, reader: ItemReader): StoredValue | null {
  const seconds = typeof raw === 'string' && !/^\d+$/.test(raw) ? Math.floor(Date.parse(raw) / 1000) : Number(raw);
  if (!Number.isSafeInteger(seconds)) return failed(reader, 'InvalidType');
  const snapped = field.type === 'date_time' ? seconds : startOfDay(seconds, world.state.account.timezone);
  return { value: snapped };
}

function parseEnum(field: CustomField, reader: ItemReader): StoredValue | null {
  const chosen = findEnum(field, reader, reader.text('value'));
  if (!chosen) return failed(reader, 'NotSupportedChoice');
  return { value: chosen.value, enum_id: chosen.id, enum_code: chosen.code };
}

/** Phones and e-mails; without a choice the first kind (WORK) is taken (assumed). */
function parseMultitext(field: CustomField, reader: ItemReader): StoredValue | null {
  const value = reader.text('value');
  const kind = findEnum(field, reader, undefined);
  if (value === undefined) return failed(reader, 'FieldMissing');
  if (!kind) return failed(reader, 'NotSupportedChoice', 'enum_code');
  return { value, enum_id: kind.id, enum_code: kind.value };
}

function findEnum(field: CustomField, reader: ItemReader, value: string | undefined): FieldEnum | undefined {
  const id = reader.integer('enum_id');
  const code = reader.text('enum_code');
  const choices = field.enums ?? [];
  if (id !== undefined) return choices.find((choice) => choice.id === id);
  if (code !== undefined) return choices.find((choice) => choice.code === code);
  if (field.type === 'multitext') return choices[0];
  return choices.find((choice) => choice.value === value);
}

function failed(reader: ItemReader, code: 'FieldMissing' | 'InvalidType' | 'NotSupportedChoice', key = 'value'): null {
  reader.fail(code, key);
  return null;
}
