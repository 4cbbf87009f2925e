import type { DomainEvent } from '../../platform/events/index.js';

/** Version 1; subscribers read what they need by the id. */
const ofClient = (type: string, clientId: string, payload: Readonly<Record<string, unknown>> = {}): DomainEvent => ({
  type,
  version: 1,
  subject: { type: 'client', id: clientId },
  payload,
});

export const clientCreated = (clientId: string) => ofClient('client.created', clientId);

/** `fields` names the parts that changed. */
export const clientUpdated = (clientId: string, fields: readonly string[]) =>
  ofClient('client.updated', clientId, { fields });

export const clientDeleted = (clientId: string) => ofClient('client.deleted', clientId);

/** Out of the trash: by a person who wants it back, or because somebody works with them again. */
export const clientRestored = (clientId: string) => ofClient('client.restored', clientId);

export const consentChanged = (type: 'consent.granted' | 'consent.withdrawn', clientId: string, consentId: string) =>
  ofClient(type, clientId, { consentId });

/** Another client became a part of this one, with its orders. */
export const clientsMerged = (clientId: string, payload: { readonly mergeId: string; readonly loserId: string }) =>
  ofClient('client.merged', clientId, payload);

/** This client became a part of another. */
export const clientMergedAway = (clientId: string, payload: { readonly mergeId: string; readonly winnerId: string }) =>
  ofClient('client.merged-away', clientId, payload);

/** A merge was taken back; told of both. */
export const clientsParted = (clientId: string, payload: { readonly mergeId: string; readonly otherId: string }) =>
  ofClient('client.parted', clientId, payload);
