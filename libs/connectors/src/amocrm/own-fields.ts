import { ok, type Outcome } from '../http/index.js';
import type { AmocrmClient } from './client.js';
import { createCustomField, listCustomFields } from './custom-fields.js';
import type { CustomFieldWrite, FieldOwner } from './types.js';

/** Codes of the fields we add to an account. They are how a lead is known to be ours, so they never change. */
export const FIELD_ORDER_ID = 'SMET_ORDER_ID';
export const FIELD_ORDER_URL = 'SMET_ORDER_URL';
export const FIELD_CLIENT_ID = 'SMET_CLIENT_ID';

export interface OwnFieldIds {
  readonly orderId: number;
  readonly orderUrl: number;
  readonly clientId: number;
}

/** Names that people see on amoCRM's cards. Given by the caller: what users read has a language. */
export interface OwnFieldNames {
  readonly orderId: string;
  readonly orderUrl: string;
  readonly clientId: string;
}

const DEFAULT_NAMES: OwnFieldNames = { orderId: 'SMET ID', orderUrl: 'SMET', clientId: 'SMET ID' };

/**
 * Makes the fields that are missing and returns the ids of all. Idempotent, and safe when two processes do it at once:
 * a refused creation is looked up once more. Only the API may write them (`is_api_only`), so nobody edits an id by hand.
 */
export async function ensureCustomFields(
  client: AmocrmClient,
  names: OwnFieldNames = DEFAULT_NAMES,
): Promise<Outcome<OwnFieldIds>> {
  const leads = await ensure(client, 'leads', [
    { code: FIELD_ORDER_ID, type: 'text', name: names.orderId, is_api_only: true },
    { code: FIELD_ORDER_URL, type: 'url', name: names.orderUrl, is_api_only: true },
  ]);
  if (leads.kind !== 'ok') return leads;
  const contacts = await ensure(client, 'contacts', [
    { code: FIELD_CLIENT_ID, type: 'text', name: names.clientId, is_api_only: true },
  ]);
  if (contacts.kind !== 'ok') return contacts;
  return ok({
    orderId: leads.value.get(FIELD_ORDER_ID)!,
    orderUrl: leads.value.get(FIELD_ORDER_URL)!,
    clientId: contacts.value.get(FIELD_CLIENT_ID)!,
  });
}

type IdsByCode = ReadonlyMap<string, number>;

async function ensure(
  client: AmocrmClient,
  owner: FieldOwner,
  wanted: readonly CustomFieldWrite[],
): Promise<Outcome<IdsByCode>> {
  const existing = await idsByCode(client, owner);
  if (existing.kind !== 'ok') return existing;
  const ids = new Map(existing.value);
  for (const field of wanted) {
    if (ids.has(field.code)) continue;
    const created = await createCustomField(client, owner, field);
    if (created.kind === 'ok') ids.set(field.code, created.value.id);
    else if (created.kind !== 'rejected' && created.kind !== 'bug') return created;
    else {
      // A refused code is most often one that somebody has made since we looked.
      const again = await idsByCode(client, owner);
      if (again.kind !== 'ok') return again;
      const id = again.value.get(field.code);
      if (id === undefined) return created;
      ids.set(field.code, id);
    }
  }
  return ok(ids);
}

async function idsByCode(client: AmocrmClient, owner: FieldOwner): Promise<Outcome<IdsByCode>> {
  const fields = await listCustomFields(client, owner);
  if (fields.kind !== 'ok') return fields;
  return ok(new Map(fields.value.flatMap(({ code, id }) => (code === null ? [] : [[code, id] as const]))));
}
