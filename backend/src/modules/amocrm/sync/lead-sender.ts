import {
  createLead,
  findLeadByOrderId,
  leadChanges,
  linkContact,
  updateLead,
  type AmocrmClient,
  type AmocrmLead,
  type LeadWrite,
} from '@smet/connectors/amocrm';
import { mapOutcome, ok, type Outcome } from '@smet/connectors/http';
import type { SentContact } from './contact-sender.js';
import { unixSeconds, type PushWork, type Sent } from './push-work.js';

export interface SentLead {
  readonly leadId: number;
  readonly how: Sent;
  /** Names of what was sent, for the log. */
  readonly fields: readonly string[];
}

/** The lead of the order: made once, adopted when an earlier try has made it, otherwise told what changed. */
export async function sendLead(work: PushWork, contact: SentContact): Promise<Outcome<SentLead>> {
  const { client } = work;
  const { step, wanted, externalId } = work.lead;
  if (step.kind === 'create') {
    const earlier =
      step.askFirst === null ? ok(null) : await findLeadByOrderId(client, work.order.id, unixSeconds(step.askFirst));
    if (earlier.kind !== 'ok') return earlier;
    if (earlier.value !== null) return adopt(client, wanted, { lead: earlier.value, contactId: contact.contactId });
    const created = await createLead(client, wanted, contact.contactId);
    return mapOutcome(created, ({ id }) => ({ leadId: id, how: 'created' as const, fields: fieldsOf(wanted) }));
  }
  const leadId = step.kind === 'change' ? step.externalId : externalId;
  if (leadId === null) throw new Error('nothing to send to a lead that is not there');
  if (contact.how === 'created' || contact.how === 'adopted') {
    const linked = await linkContact(client, leadId, contact.contactId);
    if (linked.kind !== 'ok') return linked;
  }
  if (step.kind === 'nothing') return ok({ leadId, how: 'unchanged', fields: [] });
  const updated = await updateLead(client, leadId, step.change);
  return mapOutcome(updated, () => ({ leadId, how: 'changed' as const, fields: fieldsOf(step.change) }));
}

async function adopt(
  client: AmocrmClient,
  wanted: LeadWrite,
  found: { readonly lead: AmocrmLead; readonly contactId: number },
): Promise<Outcome<SentLead>> {
  const { lead, contactId } = found;
  if (!lead.contacts.some(({ id }) => id === contactId)) {
    const linked = await linkContact(client, lead.id, contactId);
    if (linked.kind !== 'ok') return linked;
  }
  const change = leadChanges(wanted, lead);
  const sent: SentLead = { leadId: lead.id, how: 'adopted', fields: change === null ? [] : fieldsOf(change) };
  return change === null ? ok(sent) : mapOutcome(await updateLead(client, lead.id, change), () => sent);
}

/** In the words of the log: `stage` and not its two numbers. */
function fieldsOf(lead: LeadWrite): string[] {
  return [
    ...(lead.name === undefined ? [] : ['name']),
    ...(lead.price === undefined ? [] : ['price']),
    ...(lead.status_id === undefined ? [] : ['stage']),
    ...(lead.custom_fields_values === undefined ? [] : ['fields']),
  ];
}
