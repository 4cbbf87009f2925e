import { leadsOfContact } from '../contacts.js';
import { renderFieldValues } from '../field-values.js';
import { withOf } from '../query.js';
import { renderTags } from '../tags.js';
import type { Contact, EntityRow, EntityType, Lead } from '../world.js';
import type { ApiContext } from './context.js';
import { selfLink } from './context.js';

export function entityLink(context: ApiContext, type: EntityType, id: number): { self: { href: string } } {
  return selfLink(context, `/api/v4/${type}/${id}`);
}

/** A lead as lists and single reads give it [D:leads-api]. */
export function leadView(context: ApiContext, lead: Lead): Record<string, unknown> {
  const wanted = withOf(context.query);
  return {
    ...commonView(context, lead),
    price: lead.price,
    price_with_minor_units: lead.price,
    status_id: lead.status_id,
    pipeline_id: lead.pipeline_id,
    loss_reason_id: lead.loss_reason_id,
    source_id: null,
    closed_at: lead.closed_at,
    score: null,
    labor_cost: null,
    ...(wanted.has('is_price_modified_by_robot') && { is_price_modified_by_robot: false }),
    _links: entityLink(context, 'leads', lead.id),
    _embedded: {
      tags: renderTags(context.world, lead.tags),
      companies: [],
      ...(wanted.has('contacts') && {
        contacts: lead.contacts.map((contact) => ({ ...contact, ...linksOf(context, contact.id) })),
      }),
      ...(wanted.has('catalog_elements') && { catalog_elements: [] }),
      ...(wanted.has('loss_reason') && { loss_reason: [] }),
    },
  };
}

/** A contact as lists and single reads give it [D:contacts-api]. */
export function contactView(context: ApiContext, contact: Contact): Record<string, unknown> {
  const wanted = withOf(context.query);
  const leads = wanted.has('leads') ? leadsOfContact(context.world, contact.id) : [];
  return {
    ...commonView(context, contact),
    first_name: contact.first_name,
    last_name: contact.last_name,
    is_unsorted: false,
    _links: entityLink(context, 'contacts', contact.id),
    _embedded: {
      tags: renderTags(context.world, contact.tags),
      companies: [],
      ...(wanted.has('leads') && {
        leads: leads.map((lead) => ({ id: lead.id, _links: entityLink(context, 'leads', lead.id) })),
      }),
      ...(wanted.has('customers') && { customers: [] }),
      ...(wanted.has('catalog_elements') && { catalog_elements: [] }),
    },
  };
}

/** Rows of the bin: only these columns have values, the rest is null [I#254]. */
export function binView(view: Record<string, unknown>): Record<string, unknown> {
  const kept = new Set(['id', 'updated_at', 'updated_by', 'is_deleted', 'account_id', '_links', '_embedded']);
  return Object.fromEntries(Object.entries(view).map(([key, value]) => [key, kept.has(key) ? value : null]));
}

function commonView(context: ApiContext, row: EntityRow): Record<string, unknown> {
  return {
    id: row.id,
    name: row.name,
    responsible_user_id: row.responsible_user_id,
    group_id: row.group_id,
    created_by: row.created_by,
    updated_by: row.updated_by,
    created_at: row.created_at,
    updated_at: row.updated_at,
    closest_task_at: null,
    is_deleted: row.is_deleted,
    custom_fields_values: renderFieldValues(context.world, row.values),
    account_id: context.world.state.account.id,
  };
}

function linksOf(context: ApiContext, contactId: number): { _links: { self: { href: string } } } {
  return { _links: entityLink(context, 'contacts', contactId) };
}
