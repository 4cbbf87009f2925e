import type { DomainEvent } from '../../platform/events/index.js';

/** `fields` are the names of what changed; it holds for what is priced from now on. */
export const pricingTermsUpdated = (organizationId: string, fields: readonly string[]): DomainEvent => ({
  type: 'pricing-terms.updated',
  version: 1,
  subject: { type: 'organization', id: organizationId },
  payload: { fields },
});
