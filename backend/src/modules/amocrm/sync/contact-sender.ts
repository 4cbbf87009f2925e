import {
  contactChanges,
  createContact,
  findContact,
  getContact,
  updateContact,
  type AmocrmClient,
  type AmocrmContact,
} from '@smet/connectors/amocrm';
import { mapOutcome, ok, type Outcome } from '@smet/connectors/http';
import { withOwnName } from './push-decision.js';
import { unixSeconds, type PushWork, type Sent } from './push-work.js';

export interface SentContact {
  readonly contactId: number;
  readonly how: Sent;
}

type Wanted = PushWork['contact'];

/** The contact of the client: known, else found by our id, phone or e-mail, else made. */
export async function sendContact(client: AmocrmClient, wanted: Wanted): Promise<Outcome<SentContact>> {
  if (wanted.externalId !== null) {
    if (!wanted.changed) return ok({ contactId: wanted.externalId, how: 'unchanged' });
    const known = await getContact(client, wanted.externalId);
    if (known.kind === 'ok') return change(client, wanted, known.value, 'changed');
    // Deleted or merged into another: the one that is left is found like any other.
    if (known.kind !== 'gone') return known;
  }
  return findOrCreate(client, wanted);
}

async function findOrCreate(client: AmocrmClient, wanted: Wanted): Promise<Outcome<SentContact>> {
  const { person, askSince } = wanted;
  const found = await findContact(client, {
    clientId: person.id,
    phones: person.phones,
    emails: person.emails,
    ...(askSince !== null && { since: unixSeconds(askSince) }),
  });
  if (found.kind !== 'ok') return found;
  if (found.value !== null) return change(client, wanted, found.value.contact, 'adopted');
  const created = await createContact(client, wanted.wanted);
  return mapOutcome(created, ({ id }) => ({ contactId: id, how: 'created' as const }));
}

async function change(
  client: AmocrmClient,
  wanted: Wanted,
  current: AmocrmContact,
  how: 'changed' | 'adopted',
): Promise<Outcome<SentContact>> {
  const difference = withOwnName(contactChanges(wanted.person, current), wanted.agreement, wanted.wanted);
  if (difference === null) return ok({ contactId: current.id, how: how === 'adopted' ? how : 'unchanged' });
  const updated = await updateContact(client, current.id, difference);
  // It went between two calls: the next try looks for it again.
  if (updated.kind === 'gone') return { kind: 'retry', afterMs: 0, code: 'RESPONSE_UNEXPECTED', outcomeKnown: true };
  return mapOutcome(updated, () => ({ contactId: current.id, how }));
}
