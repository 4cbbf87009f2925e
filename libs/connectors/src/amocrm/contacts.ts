import { ok, type Outcome } from '../http/index.js';
import type { AmocrmClient } from './client.js';
import { contentOf, thingOf } from './content.js';
import { decodeContact, decodeCreated, decodeUpdated } from './decode.js';
import { emailKey, fieldText, fieldTexts, phoneKey } from './field-values.js';
import { LOOK_BACK_SECONDS } from './limits.js';
import { FIELD_CLIENT_ID } from './own-fields.js';
import { allPages, pages } from './pages.js';
import type { AmocrmContact, ContactWrite, Created, Updated } from './types.js';

const CONTACTS = '/api/v4/contacts';

/** `GET /contacts/{id}`; `gone` when it is deleted or merged into another. */
export async function getContact(client: AmocrmClient, id: number): Promise<Outcome<AmocrmContact>> {
  return thingOf(await client.call({ method: 'GET', path: `${CONTACTS}/${id}`, oneThing: true }, decodeContact));
}

/** `POST /contacts` with one contact. amoCRM never looks for a twin: `findContact` first. */
export async function createContact(client: AmocrmClient, contact: ContactWrite): Promise<Outcome<Created>> {
  const call = { method: 'POST', path: CONTACTS, json: [contact] } as const;
  return contentOf(await client.call(call, decodeCreated('contacts')), 'write');
}

/** `PATCH /contacts/{id}`: a field that is sent is replaced completely, so merge before (`contactChanges`). */
export async function updateContact(client: AmocrmClient, id: number, change: ContactWrite): Promise<Outcome<Updated>> {
  const call = { method: 'PATCH', path: `${CONTACTS}/${id}`, json: change, oneThing: true } as const;
  return contentOf(await client.call(call, decodeUpdated), 'write');
}

/**
 * `GET /contacts?query=`: a loose search in all fields of theirs, so every row is checked again by `accept`
 * (amocrm-api-php issue 515 shows contacts overwritten after a loose match).
 */
function searchContacts(
  client: AmocrmClient,
  query: string,
  accept: (contact: AmocrmContact) => boolean,
): Promise<Outcome<readonly AmocrmContact[]>> {
  return allPages(client, { path: CONTACTS, collection: 'contacts', decode: decodeContact, query: { query }, accept });
}

export interface WantedContact {
  readonly clientId: string;
  readonly phones: readonly string[];
  readonly emails: readonly string[];
  /** Unix seconds; set when a create of ours may have happened since then: the search index may not have it yet. */
  readonly since?: number;
}

export interface FoundContact {
  readonly contact: AmocrmContact;
  readonly matchedBy: 'client-id' | 'phone' | 'email';
}

/**
 * The contact of one of our clients: by our id, then by phone (last ten digits), then by e-mail; null when there is
 * none. A contact that already carries the id of another client of ours is never taken. Of several the oldest wins, so
 * that every attempt ends at the same one.
 */
export async function findContact(client: AmocrmClient, wanted: WantedContact): Promise<Outcome<FoundContact | null>> {
  if (wanted.since !== undefined) {
    const recent = await findRecent(client, wanted.clientId, wanted.since - LOOK_BACK_SECONDS);
    if (recent.kind !== 'ok' || recent.value !== null) return recent;
  }
  for (const { query, matchedBy, accept } of searches(wanted)) {
    const found = await searchContacts(client, query, accept);
    if (found.kind !== 'ok') return found;
    const contact = found.value.reduce<AmocrmContact | null>(
      (oldest, next) => (oldest === null || next.id < oldest.id ? next : oldest),
      null,
    );
    if (contact !== null) return ok({ contact, matchedBy });
  }
  return ok(null);
}

interface Search {
  readonly query: string;
  readonly matchedBy: FoundContact['matchedBy'];
  readonly accept: (contact: AmocrmContact) => boolean;
}

function searches(wanted: WantedContact): Search[] {
  const ownerOf = (contact: AmocrmContact) => fieldText(contact.fields, FIELD_CLIENT_ID);
  const free = (contact: AmocrmContact) => !contact.isDeleted && [null, '', wanted.clientId].includes(ownerOf(contact));
  const phones = new Set(wanted.phones.map(phoneKey).filter((key) => key !== null));
  const emails = new Set(wanted.emails.map(emailKey).filter((key) => key !== ''));
  return [
    {
      query: wanted.clientId,
      matchedBy: 'client-id',
      accept: (contact) => !contact.isDeleted && ownerOf(contact) === wanted.clientId,
    },
    ...[...phones].map((key): Search => ({
      query: key,
      matchedBy: 'phone',
      accept: (contact) =>
        free(contact) && fieldTexts(contact.fields, 'PHONE').some((phone) => phoneKey(phone) === key),
    })),
    ...[...emails].map((key): Search => ({
      query: key,
      matchedBy: 'email',
      accept: (contact) =>
        free(contact) && fieldTexts(contact.fields, 'EMAIL').some((email) => emailKey(email) === key),
    })),
  ];
}

/** Contacts can be ordered by change only, so an edit during the look-up may hide one; the searches follow anyway. */
async function findRecent(
  client: AmocrmClient,
  clientId: string,
  bound: number,
): Promise<Outcome<FoundContact | null>> {
  const query = { 'order[updated_at]': 'desc' };
  let inOrder = true;
  let previous = Infinity;
  for await (const page of pages(client, { path: CONTACTS, collection: 'contacts', decode: decodeContact, query })) {
    if (page.kind !== 'ok') return page;
    for (const contact of page.value) {
      inOrder &&= contact.updatedAt <= previous;
      previous = contact.updatedAt;
      if (!contact.isDeleted && fieldText(contact.fields, FIELD_CLIENT_ID) === clientId) {
        return ok({ contact, matchedBy: 'client-id' });
      }
    }
    if (inOrder && previous < bound) return ok(null);
  }
  return ok(null);
}
