import type { DomainEvent } from '../../platform/events/index.js';

/** Everything about a proposal is told as news of its estimate. */
const event = (type: string, estimateId: string, payload: Readonly<Record<string, unknown>>): DomainEvent => ({
  type,
  version: 1,
  subject: { type: 'estimate', id: estimateId },
  payload,
});

export const linkCreated = (estimateId: string, payload: { readonly linkId: string; readonly number: number }) =>
  event('proposal.link_created', estimateId, payload);

export const linkRevoked = (estimateId: string, payload: { readonly linkId: string }) =>
  event('proposal.link_revoked', estimateId, payload);

export const proposalViewed = (estimateId: string, payload: { readonly linkId: string }) =>
  event('proposal.viewed', estimateId, payload);

export const questionAsked = (estimateId: string, payload: { readonly linkId: string; readonly questionId: string }) =>
  event('proposal.question_asked', estimateId, payload);

export interface Accepted {
  readonly orderId: string;
  readonly linkId: string;
  readonly acceptanceId: string;
  readonly number: number;
  readonly variantId: string;
  readonly contentHash: string;
  readonly method: 'code' | 'signature';
}

export const proposalAccepted = (estimateId: string, payload: Accepted) =>
  event('proposal.accepted', estimateId, { ...payload });
