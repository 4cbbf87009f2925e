import type { DomainEvent } from '../../platform/events/index.js';

export const estimateCreated = (estimateId: string, orderId: string): DomainEvent => ({
  type: 'estimate.created',
  version: 1,
  subject: { type: 'estimate', id: estimateId },
  payload: { orderId },
});

export interface EstimateSaved {
  readonly orderId: string;
  readonly version: number;
  readonly toPayMinor: number;
}

export const estimateSaved = (estimateId: string, payload: EstimateSaved): DomainEvent => ({
  type: 'estimate.saved',
  version: 1,
  subject: { type: 'estimate', id: estimateId },
  payload: { ...payload },
});

/** Something that happened to an estimate as a whole. */
const ofEstimate = (type: string, estimateId: string, payload: Readonly<Record<string, unknown>>): DomainEvent => ({
  type,
  version: 1,
  subject: { type: 'estimate', id: estimateId },
  payload,
});

interface OfVersion {
  readonly orderId: string;
  readonly number: number;
}

export const estimateIssuedEvent = (estimateId: string, payload: OfVersion): DomainEvent =>
  ofEstimate('estimate.issued', estimateId, { ...payload });

export const versionBegun = (estimateId: string, payload: OfVersion): DomainEvent =>
  ofEstimate('estimate.version-begun', estimateId, { ...payload });

export const estimateAccepted = (
  estimateId: string,
  payload: OfVersion & { readonly variantId: string },
): DomainEvent => ofEstimate('estimate.accepted', estimateId, { ...payload });

/** @param type `estimate.approval-asked`, `-given` or `-refused` */
export const approvalChanged = (
  type: string,
  estimateId: string,
  payload: { readonly orderId: string; readonly percent: string },
): DomainEvent => ofEstimate(type, estimateId, { ...payload });

/** Told to those who are there, kept by nobody. */
export const estimateEntered = (estimateId: string): DomainEvent => ({
  type: 'estimate.entered',
  version: 1,
  subject: { type: 'estimate-presence', id: estimateId },
});
