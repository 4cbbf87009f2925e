import type { BatchItem } from './api/batch.js';
import type { CommonChange } from './entity-change.js';
import { changedCommon, newCommon, openItem, readCommon } from './entity-change.js';
import { recordDifferences, recordEvent } from './events.js';
import type { Contact, Lead, World } from './world.js';
import { entityRows, takeId } from './world.js';

/** A checked write of a contact. */
export interface ContactChange {
  readonly common: CommonChange;
  readonly firstName: string | undefined;
  readonly lastName: string | undefined;
}

/** Checks one item; its mistakes go to `row.problems`. */
export function checkContact(world: World, row: BatchItem, existing?: Contact): ContactChange {
  const open = openItem(row);
  const { item } = open;
  const change: ContactChange = {
    common: readCommon(world, 'contacts', open),
    firstName: item.text('first_name'),
    lastName: item.text('last_name'),
  };
  if (existing) item.ignore('id');
  open.embedded?.refuseOthers();
  item.refuseOthers();
  return change;
}

export function createContact(world: World, change: ContactChange): Contact {
  const id = takeId(world);
  const names = { first_name: change.firstName ?? '', last_name: change.lastName ?? '' };
  const contact: Contact = {
    ...newCommon(world, id, 'contacts', change.common),
    ...names,
    name: change.common.name ?? fullName(names),
  };
  world.state.contacts[id] = contact;
  recordEvent(world, 'contacts', id, { type: 'contact_added', by: contact.created_by });
  world.touch();
  return contact;
}

export function updateContact(world: World, before: Contact, change: ContactChange): Contact {
  const names = {
    first_name: change.firstName ?? before.first_name,
    last_name: change.lastName ?? before.last_name,
  };
  const renamed = change.firstName !== undefined || change.lastName !== undefined;
  const after: Contact = {
    ...changedCommon(world, 'contacts', before, change.common),
    ...names,
    name: change.common.name ?? (renamed ? fullName(names) : before.name),
  };
  world.state.contacts[after.id] = after;
  recordDifferences(world, 'contacts', before, after);
  world.touch();
  return after;
}

export function leadsOfContact(world: World, contactId: number): Lead[] {
  return entityRows(world, 'leads').filter(
    (lead) => !lead.is_deleted && lead.contacts.some((contact) => contact.id === contactId),
  );
}

/** `contact_name_display_order` of the demo account is 1: first name, then last name. */
function fullName(names: { first_name: string; last_name: string }): string {
  return [names.first_name, names.last_name].filter((part) => part !== '').join(' ');
}
