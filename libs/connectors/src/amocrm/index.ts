export { getAccount, listPipelines, listUsers } from './account.js';
export { accountBaseUrl, createAmocrmClient } from './client.js';
export type { AmocrmClient, AmocrmClientOptions } from './client.js';
export { createContact, findContact, getContact, updateContact } from './contacts.js';
export type { FoundContact, WantedContact } from './contacts.js';
export { createCustomField } from './custom-fields.js';
export { createLead, findLeadByOrderId, getLead, linkContact, listChangedLeads, updateLead } from './leads.js';
export type { ChangedLeads } from './leads.js';
export * as limits from './limits.js';
export {
  clientToContact,
  contactChanges,
  contactToClient,
  contentHash,
  leadChanges,
  leadToOrder,
  orderToLead,
} from './mapper.js';
export type { ContactOfClient, LeadOfOrder, SyncedClient, SyncedOrder } from './mapper.js';
export { createLeadNote } from './notes.js';
export { ensureCustomFields, FIELD_CLIENT_ID, FIELD_ORDER_ID, FIELD_ORDER_URL } from './own-fields.js';
export type { OwnFieldIds, OwnFieldNames } from './own-fields.js';
export { STATUS_LOST, STATUS_WON } from './types.js';
export type * from './types.js';
