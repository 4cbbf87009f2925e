import type { DomainEvent } from '../../platform/events/index.js';

const event = (type: string, orderId: string, payload?: Readonly<Record<string, unknown>>): DomainEvent => ({
  type,
  version: 1,
  subject: { type: 'order', id: orderId },
  payload,
});

export interface StageChange {
  readonly fromStageId: string;
  readonly toStageId: string;
  /** `smet` for a change made here, else the system it was taken from: a change must not echo back to where it came from. */
  readonly origin: string;
}

export const orderCreated = (orderId: string, payload: { readonly number: number; readonly clientId: string }) =>
  event('order.created', orderId, payload);

export const orderUpdated = (orderId: string, fields: readonly string[]) => event('order.updated', orderId, { fields });

export const orderStageChanged = (orderId: string, change: StageChange) =>
  event('order.stage_changed', orderId, { ...change });
