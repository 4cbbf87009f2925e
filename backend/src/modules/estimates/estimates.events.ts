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
