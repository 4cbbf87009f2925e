import type { DomainEvent } from '../../platform/events/index.js';

/** A new version of the rules is in force for what is priced from now on. */
export const ruleSetChangedEvent = (organizationId: string, version: number): DomainEvent => ({
  type: 'rule-set.changed',
  version: 1,
  subject: { type: 'organization', id: organizationId },
  payload: { ruleSetVersion: version },
});
