import { Membership } from './access/membership.entity.js';
import { Organization } from './access/organization.entity.js';
import { RefreshToken } from './access/refresh-token.entity.js';
import { Session } from './access/session.entity.js';
import { User } from './access/user.entity.js';
import { ClientAddress } from './clients/client-address.entity.js';
import { ClientContact } from './clients/client-contact.entity.js';
import { ClientTag } from './clients/client-tag.entity.js';
import { Consent } from './clients/consent.entity.js';
import { CustomField } from './custom-fields/custom-field.entity.js';
import { Tag } from './clients/tag.entity.js';
import { ClientEmail } from './clients/client-email.entity.js';
import { ClientMerge } from './clients/client-merge.entity.js';
import { ClientPhone } from './clients/client-phone.entity.js';
import { Client } from './clients/client.entity.js';
import { EstimateApproval } from './estimates/estimate-approval.entity.js';
import { EstimateLine } from './estimates/estimate-line.entity.js';
import { EstimatePresence } from './estimates/estimate-presence.entity.js';
import { EstimateRoomMeasures } from './estimates/estimate-room-measures.entity.js';
import { EstimateRoom } from './estimates/estimate-room.entity.js';
import { EstimateTemplate } from './estimates/estimate-template.entity.js';
import { EstimateVariant } from './estimates/estimate-variant.entity.js';
import { EstimateVersion } from './estimates/estimate-version.entity.js';
import { Estimate } from './estimates/estimate.entity.js';
import { StoredFile } from './files/file.entity.js';
import { ImportMapping } from './imports/import-mapping.entity.js';
import { ImportPart } from './imports/import-part.entity.js';
import { ImportRow } from './imports/import-row.entity.js';
import { Import } from './imports/import.entity.js';
import { Connection } from './integrations/connection.entity.js';
import { ExternalLink } from './integrations/external-link.entity.js';
import { StageMapping } from './integrations/stage-mapping.entity.js';
import { AuditRecord } from './journal/audit-record.entity.js';
import { EventRecord } from './journal/event.entity.js';
import { Category } from './nomenclature/category.entity.js';
import { ItemBarcode } from './nomenclature/item-barcode.entity.js';
import { ItemPicture } from './nomenclature/item-picture.entity.js';
import { Item } from './nomenclature/item.entity.js';
import { PriceBatch } from './nomenclature/price-batch.entity.js';
import { PriceList } from './nomenclature/price-list.entity.js';
import { Price } from './nomenclature/price.entity.js';
import { Order } from './orders/order.entity.js';
import { Pipeline } from './orders/pipeline.entity.js';
import { Stage } from './orders/stage.entity.js';
import { ProposalAcceptance } from './proposals/proposal-acceptance.entity.js';
import { ProposalCode } from './proposals/proposal-code.entity.js';
import { ProposalLink } from './proposals/proposal-link.entity.js';
import { ProposalQuestion } from './proposals/proposal-question.entity.js';
import { ProposalView } from './proposals/proposal-view.entity.js';
import { CompanyProfile } from './settings/company-profile.entity.js';
import { PricingTermsRow } from './settings/pricing-terms.entity.js';
import { RuleSetVersion } from './settings/rule-set.entity.js';
import { IdempotencyKey } from './system/idempotency-key.entity.js';
import { Letter } from './system/letter.entity.js';
import { RateLimitCounter } from './system/rate-limit-counter.entity.js';
import { RateLimitSlot } from './system/rate-limit-slot.entity.js';
import { ScheduleClaim } from './system/schedule-claim.entity.js';
import { WorkerHeartbeat } from './system/worker-heartbeat.entity.js';

export * from './access/membership.entity.js';
export * from './access/organization.entity.js';
export * from './access/refresh-token.entity.js';
export * from './access/session.entity.js';
export * from './access/user.entity.js';
export * from './clients/client-address.entity.js';
export * from './clients/client-contact.entity.js';
export * from './clients/client-tag.entity.js';
export * from './clients/consent.entity.js';
export * from './custom-fields/custom-field.entity.js';
export * from './clients/tag.entity.js';
export * from './clients/client-email.entity.js';
export * from './clients/client-merge.entity.js';
export * from './clients/client-phone.entity.js';
export * from './clients/client.entity.js';
export * from './estimates/estimate-approval.entity.js';
export * from './estimates/estimate-line.entity.js';
export * from './estimates/estimate-presence.entity.js';
export * from './estimates/estimate-room-measures.entity.js';
export * from './estimates/estimate-room.entity.js';
export * from './estimates/estimate-template.entity.js';
export * from './estimates/estimate-variant.entity.js';
export * from './estimates/estimate-version.entity.js';
export * from './estimates/estimate.entity.js';
export * from './files/file.entity.js';
export * from './imports/import-mapping.entity.js';
export * from './imports/import-part.entity.js';
export * from './imports/import-row.entity.js';
export * from './imports/import.entity.js';
export * from './integrations/connection.entity.js';
export * from './integrations/external-link.entity.js';
export * from './integrations/stage-mapping.entity.js';
export * from './journal/audit-record.entity.js';
export * from './journal/event.entity.js';
export * from './nomenclature/category.entity.js';
export * from './nomenclature/item-barcode.entity.js';
export * from './nomenclature/item-picture.entity.js';
export * from './nomenclature/item.entity.js';
export * from './nomenclature/price-batch.entity.js';
export * from './nomenclature/price-list.entity.js';
export * from './nomenclature/price.entity.js';
export * from './orders/order.entity.js';
export * from './orders/pipeline.entity.js';
export * from './orders/stage.entity.js';
export * from './proposals/proposal-acceptance.entity.js';
export * from './proposals/proposal-code.entity.js';
export * from './proposals/proposal-link.entity.js';
export * from './proposals/proposal-question.entity.js';
export * from './proposals/proposal-view.entity.js';
export * from './settings/company-profile.entity.js';
export * from './settings/pricing-terms.entity.js';
export * from './settings/rule-set.entity.js';
export * from './system/idempotency-key.entity.js';
export * from './system/letter.entity.js';
export * from './system/rate-limit-counter.entity.js';
export * from './system/rate-limit-slot.entity.js';
export * from './system/schedule-claim.entity.js';
export * from './system/worker-heartbeat.entity.js';

/** Every entity, for the data source. */
export const entities = [
  Membership,
  Organization,
  RefreshToken,
  Session,
  User,
  ClientAddress,
  ClientContact,
  ClientTag,
  Consent,
  CustomField,
  Tag,
  ClientEmail,
  ClientMerge,
  ClientPhone,
  Client,
  EstimateApproval,
  EstimateLine,
  EstimatePresence,
  EstimateRoomMeasures,
  EstimateRoom,
  EstimateTemplate,
  EstimateVariant,
  EstimateVersion,
  Estimate,
  StoredFile,
  ImportMapping,
  ImportPart,
  ImportRow,
  Import,
  Connection,
  ExternalLink,
  StageMapping,
  AuditRecord,
  EventRecord,
  Category,
  Item,
  ItemBarcode,
  ItemPicture,
  PriceBatch,
  PriceList,
  Price,
  Order,
  Pipeline,
  Stage,
  ProposalAcceptance,
  ProposalCode,
  ProposalLink,
  ProposalQuestion,
  ProposalView,
  CompanyProfile,
  PricingTermsRow,
  RuleSetVersion,
  IdempotencyKey,
  Letter,
  RateLimitCounter,
  RateLimitSlot,
  ScheduleClaim,
  WorkerHeartbeat,
];
