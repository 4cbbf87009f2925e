import type { Outcome } from '../http/index.js';
import { contentOf } from './content.js';
import type { AmocrmClient } from './client.js';
import { decodeCreated, decodeCustomField } from './decode.js';
import { CUSTOM_FIELDS_PAGE_SIZE } from './limits.js';
import { allPages } from './pages.js';
import type { AmocrmCustomField, Created, CustomFieldWrite, FieldOwner } from './types.js';

/** `GET /{leads|contacts}/custom_fields`: every page; an account may well have more than one. */
export function listCustomFields(
  client: AmocrmClient,
  owner: FieldOwner,
): Promise<Outcome<readonly AmocrmCustomField[]>> {
  return allPages(client, {
    path: `/api/v4/${owner}/custom_fields`,
    collection: 'custom_fields',
    decode: decodeCustomField,
    limit: CUSTOM_FIELDS_PAGE_SIZE,
  });
}

/** `POST /{leads|contacts}/custom_fields` with one field. */
export async function createCustomField(
  client: AmocrmClient,
  owner: FieldOwner,
  field: CustomFieldWrite,
): Promise<Outcome<Created>> {
  const path = `/api/v4/${owner}/custom_fields`;
  return contentOf(await client.call({ method: 'POST', path, json: [field] }, decodeCreated('custom_fields')), 'write');
}
