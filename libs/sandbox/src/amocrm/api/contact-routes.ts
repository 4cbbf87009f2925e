import { checkContact, createContact, updateContact } from '../contacts.js';
import { notFound, refuseInvalid } from '../problems.js';
import { withOf } from '../query.js';
import type { Contact } from '../world.js';
import type { BatchItem } from './batch.js';
import { readBatch, readSingle } from './batch.js';
import type { ApiAnswer, ApiContext, ApiRoute } from './context.js';
import { idParam, NO_CONTENT, ok, ownLink } from './context.js';
import { selectRows } from './entity-select.js';
import { binView, contactView, entityLink } from './entity-views.js';
import { refuseMissing } from './lead-routes.js';
import { ENTITY_PAGE, pageAnswer } from './paging.js';

export const contactRoutes: ApiRoute[] = [
  { method: 'GET', path: '/api/v4/contacts', handle: listContacts },
  { method: 'POST', path: '/api/v4/contacts', handle: addContacts },
  { method: 'PATCH', path: '/api/v4/contacts', handle: patchContacts },
  { method: 'GET', path: '/api/v4/contacts/:id', handle: readContact },
  { method: 'PATCH', path: '/api/v4/contacts/:id', handle: patchContact },
];

function listContacts(context: ApiContext): ApiAnswer {
  const rows = selectRows(context, 'contacts') as Contact[];
  const view = withOf(context.query).has('only_deleted')
    ? (contact: Contact): Record<string, unknown> => binView(contactView(context, contact))
    : (contact: Contact): Record<string, unknown> => contactView(context, contact);
  return pageAnswer(context, rows, ENTITY_PAGE, (page) => ({ contacts: page.map(view) }));
}

function readContact(context: ApiContext): ApiAnswer {
  const contact = context.world.state.contacts[idParam(context, 'id')];
  return contact && !contact.is_deleted ? ok(contactView(context, contact)) : NO_CONTENT;
}

function addContacts(context: ApiContext): ApiAnswer {
  const rows = readBatch(context.body);
  const checked = rows.map((row) => ({ row, change: checkContact(context.world, row) }));
  refuseInvalid(rows.map((row) => row.problems));
  const contacts = checked.map(({ row, change }) => {
    const { id } = createContact(context.world, change);
    return { id, request_id: row.requestId, _links: entityLink(context, 'contacts', id) };
  });
  return ok({ _links: ownLink(context), _embedded: { contacts } });
}

function patchContacts(context: ApiContext): ApiAnswer {
  const rows = readBatch(context.body);
  const found = rows.map((row) => ({ row, contact: findById(context, row) }));
  const checked = found.map(({ row, contact }) => ({
    row,
    contact,
    change: checkContact(context.world, row, contact),
  }));
  refuseInvalid(rows.map((row) => row.problems));
  const contacts = checked.map(({ row, contact, change }) => {
    const current = context.world.state.contacts[contact.id] ?? contact;
    const { id, name, updated_at } = updateContact(context.world, current, change);
    return { id, name, updated_at, request_id: row.requestId, _links: entityLink(context, 'contacts', id) };
  });
  return ok({ _links: ownLink(context), _embedded: { contacts } });
}

function patchContact(context: ApiContext): ApiAnswer {
  const row = readSingle(context.body);
  const contact = context.world.state.contacts[idParam(context, 'id')];
  if (!contact || contact.is_deleted) throw notFound('Contact not found');
  const change = checkContact(context.world, row, contact);
  refuseInvalid([row.problems]);
  const { id, name, updated_at } = updateContact(context.world, contact, change);
  return ok({ id, name, updated_at, request_id: row.requestId, _links: entityLink(context, 'contacts', id) });
}

function findById(context: ApiContext, row: BatchItem): Contact {
  const id = row.item['id'];
  const contact = typeof id === 'number' ? context.world.state.contacts[id] : undefined;
  return contact && !contact.is_deleted ? contact : refuseMissing(row.problems);
}
