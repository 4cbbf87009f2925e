import { randomBytes } from 'node:crypto';
import type { CustomField, EntityRow, EntityType, FeedEvent, FieldValue, Lead, World } from './world.js';
import { unixSeconds } from './world.js';

const MOST_EVENTS = 5000;
const CROCKFORD = '0123456789abcdefghjkmnpqrstvwxyz';

export interface EventDraft {
  readonly type: string;
  readonly by: number;
  readonly before?: unknown[];
  readonly after?: unknown[];
}

/** Adds a row to the feed; the oldest ones fall out, so that the state file stays small. */
export function recordEvent(world: World, entityType: EntityType, entityId: number, draft: EventDraft): void {
  world.state.events.push({
    id: ulid(world.now()),
    type: draft.type,
    entity_id: entityId,
    entity_type: singular(entityType),
    created_by: draft.by,
    created_at: unixSeconds(world),
    value_after: draft.after ?? [],
    value_before: draft.before ?? [],
  });
  if (world.state.events.length > MOST_EVENTS) world.state.events.shift();
}

function singular(entityType: EntityType): FeedEvent['entity_type'] {
  return entityType === 'leads' ? 'lead' : 'contact';
}

/** Records what a write changed: stage, price, name, responsible person, custom fields. */
export function recordDifferences(world: World, type: EntityType, before: EntityRow, after: EntityRow): void {
  const by = after.updated_by;
  const note = (draft: Omit<EventDraft, 'by'>): void => recordEvent(world, type, after.id, { ...draft, by });
  if (before.name !== after.name) {
    const value = (name: string): unknown[] => [{ name_field_value: { name } }];
    note({ type: 'name_field_changed', before: value(before.name), after: value(after.name) });
  }
  if (before.responsible_user_id !== after.responsible_user_id) {
    const value = (id: number): unknown[] => [{ responsible_user: { id } }];
    const [from, to] = [value(before.responsible_user_id), value(after.responsible_user_id)];
    note({ type: 'entity_responsible_changed', before: from, after: to });
  }
  if (isLead(before) && isLead(after)) recordLeadDifferences(before, after, note);
  recordFieldDifferences(world, before, after, note);
}

function isLead(row: EntityRow): row is Lead {
  return 'status_id' in row;
}

function recordLeadDifferences(before: Lead, after: Lead, note: (draft: Omit<EventDraft, 'by'>) => void): void {
  if (before.status_id !== after.status_id || before.pipeline_id !== after.pipeline_id) {
    const value = (lead: Lead): unknown[] => [{ lead_status: { id: lead.status_id, pipeline_id: lead.pipeline_id } }];
    note({ type: 'lead_status_changed', before: value(before), after: value(after) });
  }
  if (before.price !== after.price) {
    const value = (lead: Lead): unknown[] => [{ sale_field_value: { sale: lead.price } }];
    note({ type: 'sale_field_changed', before: value(before), after: value(after) });
  }
}

function recordFieldDifferences(
  world: World,
  before: EntityRow,
  after: EntityRow,
  note: (draft: Omit<EventDraft, 'by'>) => void,
): void {
  const ids = new Set([...before.values, ...after.values].map((row) => row.field_id));
  for (const id of ids) {
    const field = world.state.customFields.find((candidate) => candidate.id === id);
    const [from, to] = [valueOf(before.values, id), valueOf(after.values, id)];
    if (!field || JSON.stringify(from) === JSON.stringify(to)) continue;
    const type = `custom_field_${id}_value_changed`;
    note({ type, before: fieldValues(field, from), after: fieldValues(field, to) });
  }
}

function valueOf(values: FieldValue[], id: number): FieldValue | undefined {
  return values.find((row) => row.field_id === id);
}

/** Numeric field types of the feed. */
const TYPE_NUMBERS: Record<string, number> = {
  text: 1,
  numeric: 2,
  checkbox: 3,
  select: 4,
  multiselect: 5,
  date: 6,
  url: 7,
  multitext: 8,
  textarea: 9,
  radiobutton: 10,
  streetaddress: 11,
  birthday: 14,
  date_time: 19,
  price: 20,
};

function fieldValues(field: CustomField, row: FieldValue | undefined): unknown[] {
  return (row?.values ?? []).map((value) => ({
    custom_field_value: {
      field_id: field.id,
      field_type: TYPE_NUMBERS[field.type] ?? 1,
      enum_id: value['enum_id'] ?? null,
      text: String(value['value']),
    },
  }));
}

/** ULID-like: 10 letters of time, 16 of chance, lower case as in the captured feeds. */
function ulid(nowMs: number): string {
  let rest = nowMs;
  let time = '';
  for (let position = 0; position < 10; position += 1) {
    time = CROCKFORD.charAt(rest % 32) + time;
    rest = Math.floor(rest / 32);
  }
  const chance = [...randomBytes(16)].map((byte) => CROCKFORD.charAt(byte % 32)).join('');
  return time + chance;
}
