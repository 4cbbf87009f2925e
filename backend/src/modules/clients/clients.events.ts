import type { DomainEvent } from '../../platform/events/index.js';

/** Version 1; subscribers read what they need by the id. */
export const clientCreated = (clientId: string): DomainEvent => ({
  type: 'client.created',
  version: 1,
  subject: { type: 'client', id: clientId },
});

/** Out of the trash, because somebody works with them again. */
export const clientRestored = (clientId: string): DomainEvent => ({
  type: 'client.restored',
  version: 1,
  subject: { type: 'client', id: clientId },
});
