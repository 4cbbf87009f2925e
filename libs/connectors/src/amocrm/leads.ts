import { mapOutcome, ok, type Outcome } from '../http/index.js';
import type { AmocrmClient } from './client.js';
import { contentOf, thingOf } from './content.js';
import { decodeCreated, decodeLead, decodeUpdated } from './decode.js';
import { LOOK_BACK_SECONDS } from './limits.js';
import { fieldText } from './field-values.js';
import { FIELD_ORDER_ID } from './own-fields.js';
import { pages, type PageRequest } from './pages.js';
import type { AmocrmLead, Created, LeadWrite, Updated } from './types.js';

const LEADS = '/api/v4/leads';

/** `GET /leads/{id}` with its contacts; `gone` when it is deleted or merged into another. */
export async function getLead(client: AmocrmClient, id: number): Promise<Outcome<AmocrmLead>> {
  const call = { method: 'GET', path: `${LEADS}/${id}`, query: { with: 'contacts' }, oneThing: true } as const;
  return thingOf(await client.call(call, decodeLead));
}

/**
 * `POST /leads` with one lead and, when given, its main contact. There is no idempotency key over there: after
 * `outcomeKnown: false` ask `findLeadByOrderId` before repeating.
 */
export async function createLead(
  client: AmocrmClient,
  lead: LeadWrite,
  contactId: number | null,
): Promise<Outcome<Created>> {
  const json = [
    { ...lead, ...(contactId !== null && { _embedded: { contacts: [{ id: contactId, is_main: true }] } }) },
  ];
  return contentOf(await client.call({ method: 'POST', path: LEADS, json }, decodeCreated('leads')), 'write');
}

/** `PATCH /leads/{id}`: send only what changes; the last write wins over there and nothing warns of it. */
export async function updateLead(client: AmocrmClient, id: number, change: LeadWrite): Promise<Outcome<Updated>> {
  const call = { method: 'PATCH', path: `${LEADS}/${id}`, json: change, oneThing: true } as const;
  return contentOf(await client.call(call, decodeUpdated), 'write');
}

/** `POST /leads/{id}/link`: makes the contact the lead's main one. Repeating it changes nothing. */
export async function linkContact(client: AmocrmClient, leadId: number, contactId: number): Promise<Outcome<null>> {
  const json = [{ to_entity_id: contactId, to_entity_type: 'contacts', metadata: { is_main: true } }];
  const call = { method: 'POST', path: `${LEADS}/${leadId}/link`, json, oneThing: true } as const;
  return client.call(call, () => null);
}

export interface ChangedLeads {
  readonly leads: readonly AmocrmLead[];
  /** The next watermark: the latest change seen that is not later than the start of reading, or the old watermark. */
  readonly watermark: number;
}

/**
 * Leads changed since `watermark` (Unix seconds) minus the overlap, each once. What changes while we page moves to the
 * front with a time later than the new watermark, so the next call has it; what comes twice is told by comparing content.
 *
 * `startedAt` (Unix seconds, our clock) bounds the watermark on both sides: integrations may write any `updated_at`
 * (amocrm.ru/developers, "leads-api"), and one lead dated next year would silence everything that changes until then.
 */
export async function listChangedLeads(
  client: AmocrmClient,
  watermark: number,
  startedAt: number,
): Promise<Outcome<ChangedLeads>> {
  const since = Math.min(watermark, startedAt);
  const collected = await collectSince(client, 'updated_at', since - LOOK_BACK_SECONDS);
  return mapOutcome(collected, (found) => {
    const leads = [...found.values()];
    const times = leads.map(({ updatedAt }) => updatedAt).filter((time) => time <= startedAt);
    return { leads, watermark: times.reduce((latest, time) => Math.max(latest, time), since) };
  });
}

/**
 * Did our create happen? The lead that carries our order id among those created since `since` (Unix seconds, the time
 * the intent was recorded) minus the overlap; null when there is none. Lists and not `query`, which is an index that
 * may lag. Ordered by creation: unlike the order by change it never moves a row to a page already read.
 */
export async function findLeadByOrderId(
  client: AmocrmClient,
  orderId: string,
  since: number,
): Promise<Outcome<AmocrmLead | null>> {
  const isOurs = (lead: AmocrmLead) => !lead.isDeleted && fieldText(lead.fields, FIELD_ORDER_ID) === orderId;
  const collected = await collectSince(client, 'created_at', since - LOOK_BACK_SECONDS, isOurs);
  return mapOutcome(collected, (found) => [...found.values()].find(isOurs) ?? null);
}

type LeadTime = 'created_at' | 'updated_at';

function leadList(order: LeadTime): PageRequest<AmocrmLead> {
  const query = { [`order[${order}]`]: 'desc', with: 'contacts' };
  return { path: LEADS, collection: 'leads', decode: decodeLead, query };
}

/**
 * Reads pages until one ends before `bound`, or holds what is looked for. Their order is believed only where it can be
 * seen: a page that is not in descending order proves nothing about the next ones, so reading goes on to the end.
 */
async function collectSince(
  client: AmocrmClient,
  order: LeadTime,
  bound: number,
  wanted?: (lead: AmocrmLead) => boolean,
): Promise<Outcome<ReadonlyMap<number, AmocrmLead>>> {
  const timeOf = (lead: AmocrmLead) => (order === 'created_at' ? lead.createdAt : lead.updatedAt);
  const found = new Map<number, AmocrmLead>();
  let inOrder = true;
  let previous = Infinity;
  for await (const page of pages(client, leadList(order))) {
    if (page.kind !== 'ok') return page;
    for (const lead of page.value) {
      inOrder &&= timeOf(lead) <= previous;
      previous = timeOf(lead);
      if (timeOf(lead) >= bound && !found.has(lead.id)) found.set(lead.id, lead);
    }
    if (wanted !== undefined && page.value.some(wanted)) return ok(found);
    if (inOrder && previous < bound) return ok(found);
  }
  return ok(found);
}
