import type {
  AmocrmAccount,
  AmocrmContact,
  AmocrmCustomField,
  AmocrmFieldValue,
  AmocrmLead,
  AmocrmPipeline,
  AmocrmStatus,
  AmocrmUser,
  Created,
  Updated,
} from './types.js';

/** Thrown inside a decoder only; the client turns it into an outcome. `path` says what was not as expected. */
export class ShapeError extends Error {
  constructor(readonly path: string) {
    super(`Unexpected shape at ${path}`);
  }
}

export type Decoder<T> = (value: unknown) => T;
type Row = Readonly<Record<string, unknown>>;

export function row(value: unknown, path = ''): Row {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new ShapeError(path);
  return value as Row;
}

function integer(from: Row, key: string): number {
  const value = from[key];
  if (!Number.isSafeInteger(value)) throw new ShapeError(key);
  return value as number;
}

function integerOrNull(from: Row, key: string): number | null {
  return from[key] === null || from[key] === undefined ? null : integer(from, key);
}

/** Names may be empty or, in old accounts, missing. */
function text(from: Row, key: string): string {
  return textOrNull(from, key) ?? '';
}

function textOrNull(from: Row, key: string): string | null {
  const value = from[key];
  if (value === null || value === undefined) return null;
  if (typeof value !== 'string') throw new ShapeError(key);
  return value;
}

function rows(value: unknown, path: string): Row[] {
  if (value === null || value === undefined) return [];
  if (!Array.isArray(value)) throw new ShapeError(path);
  return value.map((item) => row(item, path));
}

/** The rows of a HAL collection: `_embedded.<name>`. */
export function embedded(value: unknown, name: string): Row[] {
  const inner = row(row(value)['_embedded'], '_embedded');
  if (!Array.isArray(inner[name])) throw new ShapeError(`_embedded.${name}`);
  return rows(inner[name], name);
}

export const decodeAccount: Decoder<AmocrmAccount> = (value) => {
  const from = row(value);
  return {
    id: integer(from, 'id'),
    name: text(from, 'name'),
    subdomain: text(from, 'subdomain'),
    currency: textOrNull(from, 'currency'),
    isApiFilterEnabled: from['is_api_filter_enabled'] === true,
  };
};

function decodeStatus(from: Row): AmocrmStatus {
  return {
    id: integer(from, 'id'),
    name: text(from, 'name'),
    sort: integer(from, 'sort'),
    color: textOrNull(from, 'color'),
    isUnsorted: from['type'] === 1,
  };
}

export const decodePipeline: Decoder<AmocrmPipeline> = (value) => {
  const from = row(value);
  return {
    id: integer(from, 'id'),
    name: text(from, 'name'),
    sort: integer(from, 'sort'),
    isMain: from['is_main'] === true,
    isArchived: from['is_archive'] === true,
    statuses: embedded(from, 'statuses').map(decodeStatus),
  };
};

export const decodeUser: Decoder<AmocrmUser> = (value) => {
  const from = row(value);
  const rights = from['rights'] === undefined ? {} : row(from['rights'], 'rights');
  return {
    id: integer(from, 'id'),
    name: text(from, 'name'),
    email: textOrNull(from, 'email'),
    isActive: rights['is_active'] !== false,
  };
};

export const decodeCustomField: Decoder<AmocrmCustomField> = (value) => {
  const from = row(value);
  return {
    id: integer(from, 'id'),
    name: text(from, 'name'),
    code: textOrNull(from, 'code'),
    type: text(from, 'type'),
  };
};

function decodeFields(value: unknown): AmocrmFieldValue[] {
  return rows(value, 'custom_fields_values').map((from) => ({
    fieldId: integer(from, 'field_id'),
    code: textOrNull(from, 'field_code'),
    values: rows(from['values'], 'values').map((entry) => ({
      value: entry['value'],
      enumCode: textOrNull(entry, 'enum_code'),
    })),
  }));
}

/** Contacts and leads: rows of the recycle bin have only id, times and flags; the rest is null. */
export const decodeContact: Decoder<AmocrmContact> = (value) => {
  const from = row(value);
  return {
    id: integer(from, 'id'),
    name: text(from, 'name'),
    responsibleUserId: integerOrNull(from, 'responsible_user_id'),
    createdAt: integerOrNull(from, 'created_at') ?? 0,
    updatedAt: integer(from, 'updated_at'),
    isDeleted: from['is_deleted'] === true,
    fields: decodeFields(from['custom_fields_values']),
  };
};

export const decodeLead: Decoder<AmocrmLead> = (value) => {
  const from = row(value);
  const inner = from['_embedded'] === undefined ? {} : row(from['_embedded'], '_embedded');
  return {
    ...decodeContact(value),
    price: integerOrNull(from, 'price') ?? 0,
    pipelineId: integer(from, 'pipeline_id'),
    statusId: integer(from, 'status_id'),
    contacts: rows(inner['contacts'], 'contacts').map((contact) => ({
      id: integer(contact, 'id'),
      isMain: contact['is_main'] === true,
    })),
  };
};

/** The single row of an answer to a batch of one. */
export function decodeCreated(collection: string): Decoder<Created> {
  return (value) => {
    const [first, ...rest] = embedded(value, collection);
    if (first === undefined || rest.length > 0) throw new ShapeError(`_embedded.${collection}`);
    return { id: integer(first, 'id') };
  };
}

export const decodeUpdated: Decoder<Updated> = (value) => {
  const from = row(value);
  return { id: integer(from, 'id'), updatedAt: integer(from, 'updated_at') };
};
