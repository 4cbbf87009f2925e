import type { DomainEvent } from '../../platform/events/index.js';

/** Version 1; subscribers read what they need by the id. */
export const clientCreated = (clientId: string): DomainEvent => ({
  type: 'client.created',
  version: 1,
  subject: { type: 'client', id: clientId },
});
