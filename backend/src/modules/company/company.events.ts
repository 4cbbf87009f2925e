import type { DomainEvent } from '../../platform/events/index.js';

/** `fields` are the names of what changed. */
export const companyUpdated = (organizationId: string, fields: readonly string[]): DomainEvent => ({
  type: 'company.updated',
  version: 1,
  subject: { type: 'organization', id: organizationId },
  payload: { fields },
});
