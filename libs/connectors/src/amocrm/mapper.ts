import { createHash } from 'node:crypto';
import { emailKey, fieldText, fieldTexts, phoneKey } from './field-values.js';
import { NAME_LENGTH } from './limits.js';
import { FIELD_CLIENT_ID, FIELD_ORDER_ID, FIELD_ORDER_URL } from './own-fields.js';
import type {
  AmocrmContact,
  AmocrmFieldValue,
  AmocrmLead,
  ContactWrite,
  FieldWrite,
  LeadWrite,
  StageKey,
} from './types.js';

/** An order as amoCRM is told of it. */
export interface SyncedOrder {
  readonly id: string;
  readonly number: number;
  readonly clientName: string;
  readonly address: string;
  /**
   * Whole roubles, not negative: a lead's `price` holds nothing finer (amocrm-api-php, LeadModel). Rounded by the caller,
   * who knows the house's rounding; nothing is computed from the result.
   */
  readonly priceRoubles: number;
  /** Where the order opens in SMET. */
  readonly url: string;
  /** Null when the stage is not mapped: the lead then keeps its own (a new one gets the account's first). */
  readonly stage: StageKey | null;
}

/** What a lead says about our order. The sum is left out on purpose: it went out rounded and is ours to decide. */
export interface LeadOfOrder {
  /** Null when the lead is not ours. */
  readonly orderId: string | null;
  readonly stage: StageKey;
  readonly url: string | null;
  readonly updatedAt: number;
}

export interface SyncedClient {
  readonly id: string;
  readonly name: string;
  /** E.164. */
  readonly phones: readonly string[];
  readonly emails: readonly string[];
}

export interface ContactOfClient {
  /** Null when the contact is not ours. */
  readonly clientId: string | null;
  readonly name: string;
  /** As typed over there. */
  readonly phones: readonly string[];
  readonly emails: readonly string[];
}

/** The whole lead as it should be; for a create as it is, for an update through `leadChanges`. */
export function orderToLead(order: SyncedOrder): LeadWrite {
  const name = [`№${order.number}`, order.clientName, order.address].filter((part) => part.trim() !== '').join(' · ');
  return {
    name: shortened(name),
    price: order.priceRoubles,
    ...(order.stage !== null && { pipeline_id: order.stage.pipelineId, status_id: order.stage.statusId }),
    custom_fields_values: [single(FIELD_ORDER_ID, order.id), single(FIELD_ORDER_URL, order.url)],
  };
}

export function leadToOrder(lead: AmocrmLead): LeadOfOrder {
  return {
    orderId: fieldText(lead.fields, FIELD_ORDER_ID),
    stage: { pipelineId: lead.pipelineId, statusId: lead.statusId },
    url: fieldText(lead.fields, FIELD_ORDER_URL),
    updatedAt: lead.updatedAt,
  };
}

/** What of `wanted` differs from the lead as it is; null when nothing does. A stage goes as the whole pair or not at all. */
export function leadChanges(wanted: LeadWrite, current: AmocrmLead): LeadWrite | null {
  const movesStage =
    wanted.status_id !== undefined &&
    (wanted.status_id !== current.statusId || wanted.pipeline_id !== current.pipelineId);
  const fields = changedFields(wanted.custom_fields_values ?? [], current.fields);
  const change: LeadWrite = {
    ...(wanted.name !== undefined && wanted.name !== current.name && { name: wanted.name }),
    ...(wanted.price !== undefined && wanted.price !== current.price && { price: wanted.price }),
    ...(movesStage && { pipeline_id: wanted.pipeline_id, status_id: wanted.status_id }),
    ...(fields.length > 0 && { custom_fields_values: fields }),
  };
  return Object.keys(change).length === 0 ? null : change;
}

/** The whole contact for a create. Phones and e-mails go as WORK, the kind amoCRM itself falls back to. */
export function clientToContact(client: SyncedClient): ContactWrite {
  return {
    name: shortened(client.name),
    custom_fields_values: [
      single(FIELD_CLIENT_ID, client.id),
      ...several('PHONE', client.phones),
      ...several('EMAIL', client.emails),
    ],
  };
}

export function contactToClient(contact: AmocrmContact): ContactOfClient {
  return {
    clientId: fieldText(contact.fields, FIELD_CLIENT_ID),
    name: contact.name,
    phones: fieldTexts(contact.fields, 'PHONE'),
    emails: fieldTexts(contact.fields, 'EMAIL'),
  };
}

/**
 * What to change in an existing contact so that it is our client's; null when nothing. A sent field is replaced over
 * there, so what others have typed is kept, kind and spelling included, and only missing phones and e-mails are added.
 * The name is theirs unless it is empty: the people who call the client spell it.
 */
export function contactChanges(client: SyncedClient, current: AmocrmContact): ContactWrite | null {
  const fields = [
    ...changedFields([single(FIELD_CLIENT_ID, client.id)], current.fields),
    ...merged(current.fields, 'PHONE', { values: client.phones, keyOf: phoneKey }),
    ...merged(current.fields, 'EMAIL', { values: client.emails, keyOf: emailKey }),
  ];
  const change: ContactWrite = {
    ...(current.name.trim() === '' && { name: shortened(client.name) }),
    ...(fields.length > 0 && { custom_fields_values: fields }),
  };
  return Object.keys(change).length === 0 ? null : change;
}

/**
 * A hash of what is synced, for telling one's own echo from somebody's change: authorship and times over there are not
 * reliable (amocrm-api-php issue 576). Hex SHA-256 of the canonical JSON, keys sorted.
 */
export function contentHash(content: LeadWrite | ContactWrite | StageKey): string {
  return createHash('sha256').update(canonical(content)).digest('hex');
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}

function shortened(name: string): string {
  const characters = Array.from(name.trim());
  return characters.length <= NAME_LENGTH ? characters.join('') : `${characters.slice(0, NAME_LENGTH - 1).join('')}…`;
}

function single(code: string, value: string): FieldWrite {
  return { field_code: code, values: [{ value }] };
}

function several(code: string, values: readonly string[]): FieldWrite[] {
  return values.length === 0
    ? []
    : [{ field_code: code, values: values.map((value) => ({ value, enum_code: 'WORK' })) }];
}

function changedFields(wanted: readonly FieldWrite[], current: readonly AmocrmFieldValue[]): FieldWrite[] {
  return wanted.filter(({ field_code: code, values }) => fieldText(current, code) !== (values?.[0]?.value ?? null));
}

interface Addition {
  readonly values: readonly string[];
  readonly keyOf: (value: string) => string | null;
}

function merged(current: readonly AmocrmFieldValue[], code: string, { values, keyOf }: Addition): FieldWrite[] {
  const existing = current.find((field) => field.code === code)?.values ?? [];
  const sameness = (value: string) => keyOf(value) ?? value;
  const known = new Set(existing.map(({ value }) => sameness(String(value))));
  const missing = values.filter((value) => !known.has(sameness(value)));
  if (missing.length === 0) return [];
  const kept = existing.map(({ value, enumCode }) => ({ value: String(value), enum_code: enumCode ?? 'WORK' }));
  return [{ field_code: code, values: [...kept, ...missing.map((value) => ({ value, enum_code: 'WORK' }))] }];
}
