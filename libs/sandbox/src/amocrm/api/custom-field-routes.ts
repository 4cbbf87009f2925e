import { FIELD_TYPES } from '../field-values.js';
import { notFound, refuseInvalid } from '../problems.js';
import { listAt, textAt } from '../query.js';
import type { CustomField, EntityType, FieldEnum } from '../world.js';
import { takeId } from '../world.js';
import type { BatchItem } from './batch.js';
import { isItem, ItemReader, readBatch } from './batch.js';
import type { ApiAnswer, ApiContext, ApiRoute } from './context.js';
import { idParam, ok, ownLink, selfLink } from './context.js';
import { countedPageAnswer, FIELD_PAGE } from './paging.js';

export const customFieldRoutes: ApiRoute[] = (['leads', 'contacts'] as const).flatMap((type): ApiRoute[] => [
  { method: 'GET', path: `/api/v4/${type}/custom_fields`, handle: (context) => listFields(context, type) },
  { method: 'POST', path: `/api/v4/${type}/custom_fields`, handle: (context) => addFields(context, type) },
  { method: 'GET', path: `/api/v4/${type}/custom_fields/:id`, handle: (context) => readField(context, type) },
]);

const ENUM_OWNERS = new Set(['select', 'multiselect', 'radiobutton', 'category']);

type FieldDraft = Omit<CustomField, 'id' | 'enums'> & { enums: Omit<FieldEnum, 'id'>[] | null };

function listFields(context: ApiContext, type: EntityType): ApiAnswer {
  const types = new Set(listAt(context.query, 'filter', 'type'));
  const fields = fieldsOf(context, type).filter((field) => types.size === 0 || types.has(field.type));
  const [key, direction] = [orderKey(context), textAt(context.query, 'order', orderKey(context))];
  const sign = direction === 'desc' ? -1 : 1;
  const rows = fields.toSorted((left, right) => sign * (left[key] - right[key] || left.id - right.id));
  return countedPageAnswer(context, rows, FIELD_PAGE, (page) => ({
    custom_fields: page.map((field) => fieldView(context, field)),
  }));
}

function orderKey(context: ApiContext): 'id' | 'sort' {
  return textAt(context.query, 'order', 'id') === undefined ? 'sort' : 'id';
}

function readField(context: ApiContext, type: EntityType): ApiAnswer {
  const id = idParam(context, 'id');
  const field = fieldsOf(context, type).find((candidate) => candidate.id === id);
  if (!field) throw notFound('Custom field not found');
  return ok(fieldView(context, field));
}

/** Answers 201 with the full models [D:custom-fields]. */
function addFields(context: ApiContext, type: EntityType): ApiAnswer {
  const rows = readBatch(context.body);
  const drafts = rows.map((row) => ({ row, draft: readDraft(context, type, row) }));
  refuseInvalid(rows.map((row) => row.problems));
  const custom_fields = drafts.map(({ row, draft }) => ({
    ...fieldView(context, storeField(context, draft)),
    request_id: row.requestId,
  }));
  context.world.touch();
  const body = { _total_items: custom_fields.length, _links: ownLink(context), _embedded: { custom_fields } };
  return { status: 201, body };
}

function readDraft(context: ApiContext, entityType: EntityType, row: BatchItem): FieldDraft {
  const reader = new ItemReader(row.item, row.problems);
  const name = reader.text('name');
  const type = reader.text('type');
  const code = reader.text('code') ?? null;
  if (name === undefined) reader.fail('FieldMissing', 'name');
  if (type === undefined) reader.fail('FieldMissing', 'type');
  else if (!FIELD_TYPES.has(type)) reader.fail('NotSupportedChoice', 'type');
  // Assumed: a code is unique among the fields of one entity.
  if (code !== null && fieldsOf(context, entityType).some((field) => field.code === code)) {
    reader.fail('NotUnique', 'code');
  }
  const draft: FieldDraft = {
    entity_type: entityType,
    name: name ?? '',
    code,
    type: type ?? '',
    sort: reader.integer('sort') ?? 500,
    is_predefined: false,
    is_deletable: true,
    is_api_only: reader.flag('is_api_only') ?? false,
    group_id: reader.text('group_id') ?? null,
    enums: readEnums(reader, type ?? ''),
  };
  reader.ignore('required_statuses', 'hidden_statuses', 'is_visible', 'is_required', 'remind', 'settings');
  reader.refuseOthers();
  return draft;
}

function readEnums(reader: ItemReader, type: string): Omit<FieldEnum, 'id'>[] | null {
  const rows = reader.list('enums');
  if (!rows || !ENUM_OWNERS.has(type)) return null;
  return rows.flatMap((row, index) => {
    const value = isItem(row) ? row['value'] : undefined;
    if (!isItem(row) || typeof value !== 'string') {
      reader.fail('InvalidType', `enums.${index}.value`);
      return [];
    }
    const sort = typeof row['sort'] === 'number' ? row['sort'] : index;
    return [{ value, sort, code: typeof row['code'] === 'string' ? row['code'] : null }];
  });
}

function storeField(context: ApiContext, draft: FieldDraft): CustomField {
  const { world } = context;
  const enums = draft.enums?.map((choice) => ({ ...choice, id: takeId(world) })) ?? null;
  const field: CustomField = { ...draft, id: takeId(world), enums };
  world.state.customFields.push(field);
  return field;
}

function fieldsOf(context: ApiContext, type: EntityType): CustomField[] {
  return context.world.state.customFields.filter((field) => field.entity_type === type);
}

function fieldView(context: ApiContext, field: CustomField): Record<string, unknown> {
  return {
    id: field.id,
    name: field.name,
    type: field.type,
    account_id: context.world.state.account.id,
    code: field.code,
    sort: field.sort,
    is_api_only: field.is_api_only,
    enums: field.enums,
    group_id: field.group_id,
    required_statuses: [],
    hidden_statuses: [],
    is_deletable: field.is_deletable,
    is_predefined: field.is_predefined,
    is_computed: false,
    entity_type: field.entity_type,
    tracking_callback: null,
    remind: null,
    currency: null,
    chained_lists: null,
    search_in: null,
    nested: null,
    settings: null,
    _links: selfLink(context, `/api/v4/${field.entity_type}/custom_fields/${field.id}`),
  };
}
