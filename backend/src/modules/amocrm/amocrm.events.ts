import type { DomainEvent } from '../../platform/events/index.js';
import type { Problem } from './sync/outcome-policy.js';

type Facts = Readonly<Record<string, string | number | null>>;

const ofConnection = (type: string, connectionId: string, payload: Facts = {}): DomainEvent => ({
  type: `amocrm.${type}`,
  version: 1,
  subject: { type: 'connection', id: connectionId },
  payload,
});

/** Payloads hold names and numbers for the log and nothing of the client. */
const ofOrder = (
  type: string,
  order: { readonly id: string; readonly number: number },
  payload: Facts,
): DomainEvent => ({
  type: `amocrm.${type}`,
  version: 1,
  subject: { type: 'order', id: order.id },
  payload: { number: order.number, ...payload },
});

type OrderRef = Parameters<typeof ofOrder>[1];

export const connected = (connectionId: string, account: string) =>
  ofConnection('connected', connectionId, { account });
export const paused = (connectionId: string) => ofConnection('paused', connectionId);
export const resumed = (connectionId: string) => ofConnection('resumed', connectionId);
/** A person has to do something before anything goes on. */
export const stopped = (connectionId: string, problem: Problem) =>
  ofConnection('stopped', connectionId, { problem: problem.code });
/** The connection works again after trouble. */
export const recovered = (connectionId: string) => ofConnection('recovered', connectionId);

export const leadSent = (
  order: OrderRef,
  sent: { readonly leadId: number; readonly how: 'created' | 'adopted' | 'changed'; readonly fields: string },
) => ofOrder('lead_sent', order, sent);
export const contactSent = (
  order: OrderRef,
  sent: { readonly contactId: number; readonly how: 'created' | 'adopted' | 'changed' },
) => ofOrder('contact_sent', order, sent);
export const syncDelayed = (order: OrderRef, problem: Problem) =>
  ofOrder('sync_delayed', order, { problem: problem.code });
export const syncRejected = (order: OrderRef, problem: Problem) =>
  ofOrder('sync_rejected', order, { problem: problem.code, detail: problem.detail });

export const stageTaken = (order: OrderRef, names: { readonly from: string; readonly to: string }) =>
  ofOrder('stage_taken', order, names);
/** Moved there to `pipeline`, `status`, while our own move was still on its way. */
export const stageKept = (order: OrderRef, names: { readonly pipeline: string; readonly status: string }) =>
  ofOrder('stage_kept', order, names);
export const stageUnmapped = (order: OrderRef, names: { readonly pipeline: string; readonly status: string }) =>
  ofOrder('stage_unmapped', order, names);
