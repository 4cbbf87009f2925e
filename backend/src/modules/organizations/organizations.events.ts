import type { DomainEvent } from '../../platform/events/index.js';

/** `fields` are the names of what changed; subscribers read the rest by the id. */
export const organizationUpdated = (organizationId: string, fields: readonly string[]): DomainEvent => ({
  type: 'organization.updated',
  version: 1,
  subject: { type: 'organization', id: organizationId },
  payload: { fields },
});
