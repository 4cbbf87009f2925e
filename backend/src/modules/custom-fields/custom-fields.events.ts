import type { DomainEvent } from '../../platform/events/index.js';

/** A field was made, changed, archived or brought back; whoever shows fields reads them anew. */
export const customFieldChangedEvent = (fieldId: string, subject: 'client' | 'item'): DomainEvent => ({
  type: 'custom_field.changed',
  version: 1,
  subject: { type: 'custom_field', id: fieldId },
  payload: { subject },
});
