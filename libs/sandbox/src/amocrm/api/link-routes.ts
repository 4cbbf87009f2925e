import { leadsOfContact } from '../contacts.js';
import { recordEvent } from '../events.js';
import { withOneMain } from '../leads.js';
import { notFound, refuseInvalid } from '../problems.js';
import type { Contact, Lead, LinkedContact } from '../world.js';
import { unixSeconds } from '../world.js';
import type { BatchItem } from './batch.js';
import { isItem, ItemReader, readBatch } from './batch.js';
import type { ApiAnswer, ApiContext, ApiRoute } from './context.js';
import { idParam, NO_CONTENT, ok, ownLink } from './context.js';

export const linkRoutes: ApiRoute[] = [
  { method: 'GET', path: '/api/v4/leads/:id/links', handle: listOfLead },
  { method: 'POST', path: '/api/v4/leads/:id/link', handle: link },
  { method: 'POST', path: '/api/v4/leads/:id/unlink', handle: unlink },
  { method: 'GET', path: '/api/v4/contacts/:id/links', handle: listOfContact },
];

interface LinkDraft {
  readonly contact: Contact | undefined;
  readonly isMain: boolean;
}

function listOfLead(context: ApiContext): ApiAnswer {
  const lead = leadOf(context);
  return linkList(
    context,
    lead.contacts.map((contact) => ({
      to_entity_id: contact.id,
      to_entity_type: 'contacts',
      metadata: { main_contact: contact.is_main },
    })),
  );
}

function listOfContact(context: ApiContext): ApiAnswer {
  const contact = context.world.state.contacts[idParam(context, 'id')];
  if (!contact || contact.is_deleted) throw notFound('Contact not found');
  const leads = leadsOfContact(context.world, contact.id);
  return linkList(
    context,
    leads.map((lead) => ({ to_entity_id: lead.id, to_entity_type: 'leads', metadata: null })),
  );
}

function linkList(context: ApiContext, links: unknown[]): ApiAnswer {
  return ok({ _total_items: links.length, _links: ownLink(context), _embedded: { links } });
}

/** Written as `is_main`, read as `main_contact` [D:entity-links-api]. */
function link(context: ApiContext): ApiAnswer {
  const lead = leadOf(context);
  const drafts = readLinks(context);
  const added = drafts.flatMap((draft) => (draft.contact ? [{ id: draft.contact.id, is_main: draft.isMain }] : []));
  const addedIds = new Set(added.map((contact) => contact.id));
  const kept = lead.contacts.filter((contact) => !addedIds.has(contact.id));
  const contacts = withOneMain([...kept, ...added]);
  storeContacts(context, lead, { contacts, type: 'entity_linked', changed: addedIds });
  return linkList(
    context,
    contacts
      .filter((contact) => addedIds.has(contact.id))
      .map((contact) => ({
        entity_id: lead.id,
        entity_type: 'leads',
        to_entity_id: contact.id,
        to_entity_type: 'contacts',
        metadata: { main_contact: contact.is_main },
      })),
  );
}

function unlink(context: ApiContext): ApiAnswer {
  const lead = leadOf(context);
  const removed = new Set(readLinks(context).map((draft) => draft.contact?.id ?? 0));
  const contacts = withOneMain(lead.contacts.filter((contact) => !removed.has(contact.id)));
  storeContacts(context, lead, { contacts, type: 'entity_unlinked', changed: removed });
  return NO_CONTENT;
}

function storeContacts(
  context: ApiContext,
  lead: Lead,
  change: { contacts: LinkedContact[]; type: string; changed: Set<number> },
): void {
  const { world } = context;
  const by = world.state.account.current_user_id;
  const updated = { updated_at: unixSeconds(world), updated_by: by };
  world.state.leads[lead.id] = { ...lead, contacts: change.contacts, ...updated };
  for (const id of change.changed) {
    const after = [{ link: { entity: { type: 'contact', id } } }];
    recordEvent(world, 'leads', lead.id, { type: change.type, by, after });
  }
  world.touch();
}

function leadOf(context: ApiContext): Lead {
  const lead = context.world.state.leads[idParam(context, 'id')];
  if (!lead || lead.is_deleted) throw notFound('Lead not found');
  return lead;
}

function readLinks(context: ApiContext): LinkDraft[] {
  const rows = readBatch(context.body);
  const drafts = rows.map((row) => readLink(context, row));
  refuseInvalid(rows.map((row) => row.problems));
  return drafts;
}

/** Only contacts can be linked to a lead here: companies and catalogs are not imitated. */
function readLink(context: ApiContext, row: BatchItem): LinkDraft {
  const reader = new ItemReader(row.item, row.problems);
  const id = reader.integer('to_entity_id');
  const type = reader.text('to_entity_type');
  const metadata = reader.raw('metadata');
  reader.refuseOthers();
  if (id === undefined) reader.fail('FieldMissing', 'to_entity_id');
  if (type !== 'contacts') reader.fail(type === undefined ? 'FieldMissing' : 'NotSupportedChoice', 'to_entity_type');
  const contact = id === undefined ? undefined : context.world.state.contacts[id];
  if (id !== undefined && (!contact || contact.is_deleted)) reader.fail('NotSupportedChoice', 'to_entity_id');
  return { contact, isMain: isItem(metadata) && metadata['is_main'] === true };
}
