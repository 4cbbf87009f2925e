import type { components, paths } from './schema.js';

/**
 * The words the web application uses for what the API answers, named from the generated types. Money is an integer of
 * minor units, decimals are strings, times are ISO 8601 in UTC.
 */
type Schemas = components['schemas'];

export type Me = Schemas['MeDto'];
export type Role = Me['role'];
export type Permission = Me['permissions'][number];
export type ColorScheme = NonNullable<Me['colorScheme']>;
export type User = Schemas['UserDto'];

export interface Page<T> {
  items: T[];
  nextCursor: string | null;
}

export type Organization = Schemas['OrganizationDto'];
export type UpdateOrganization = Schemas['UpdateOrganizationDto'];
export type MeasurementTolerances = Schemas['MeasurementTolerancesDto'];

export type PricingTerms = Schemas['PricingTermsDto'];
export type Company = Schemas['CompanyDto'];
export type UpdateCompany = Schemas['UpdateCompanyDto'];
export type Category = Schemas['ItemCategoryDto'];
/** `document` is a rule set of `@smet/estimating`. */
export type RuleSetVersion = Schemas['RuleSetVersionDto'];
export type StoredRuleSet = Schemas['RuleSetDto'];

export type Pipeline = Schemas['PipelineDto'];
export type Stage = Schemas['StageDto'];
export type StageRef = Schemas['OrderStageDto'];

export type Client = Schemas['ClientDto'];
export type ClientRow = Schemas['ClientRowDto'];
export type ClientKind = ClientRow['kind'];
export type ClientPhone = Schemas['ClientPhoneDto'];
export type ClientAddress = Schemas['ClientAddressDto'];
export type LinkedClient = Schemas['LinkedClientDto'];
export type Consent = Schemas['ConsentDto'];
export type GrantConsent = Schemas['GrantConsentDto'];
export type CreateClient = Schemas['CreateClientDto'];
export type UpdateClient = Schemas['UpdateClientDto'];
export type ClientSort = NonNullable<NonNullable<paths['/api/v1/clients']['get']['parameters']['query']>['sort']>;
export type Tag = Schemas['TagDto'];
/** A client who may be the one that is being typed. */
export type Duplicate = Schemas['DuplicateDto'];
/** One client became a part of another; `undoneAt` when they were parted again. */
export type Merge = Schemas['MergeDto'];
export type MergeClients = Schemas['MergeClientsDto'];
export type HistoryEntry = Schemas['HistoryEntryDto'];
export type HistoryKind = HistoryEntry['kind'];
/** A field the organization has added to its clients or items; values are in their `fields` by `key`. */
export type CustomField = Schemas['CustomFieldDto'];
/** The number is normalised to E.164; the client is null when nobody has this phone yet. */
export type ClientLookup = Schemas['ClientLookupDto'];

export type Item = Schemas['ItemDto'];
export type PricedItem = Schemas['PricedItemDto'];

export type OrderSort = NonNullable<NonNullable<paths['/api/v1/orders']['get']['parameters']['query']>['sort']>;
export type OrderRow = Schemas['OrderRowDto'];
export type Order = Schemas['OrderDto'];
export type OrderSync = NonNullable<Order['sync']>;
export type SyncState = OrderSync['state'];
export type CreateOrder = Schemas['CreateOrderDto'];
export type UpdateOrder = Schemas['UpdateOrderDto'];

/** `draft` and `result` are the documents of `@smet/estimating`; their exact types are that library's. */
export type Estimate = Schemas['EstimateDto'];
export type SaveEstimate = Schemas['SaveEstimateDto'];

export type AmocrmIntegration = Schemas['AmocrmIntegrationDto'];
export type AmocrmConnection = Schemas['AmocrmConnectionDto'];
export type StageMapping = Schemas['AmocrmStageMappingDto'];
export type WaitingSync = Schemas['AmocrmWaitingDto'];
export type SyncEvent = Schemas['AmocrmLogEntryDto'];

export type CategoryNode = Schemas['CategoryDto'];
export type ItemKind = Schemas['ItemKind'];
export type ItemState = Item['state'];
export type ItemSort = NonNullable<NonNullable<paths['/api/v1/items']['get']['parameters']['query']>['sort']>;
export type ItemPage = Schemas['ItemPageDto'];
export type ItemUsage = Schemas['ItemUsageDto'];
export type ItemUse = Schemas['ItemUseDto'];
export type PriceList = Schemas['PriceListDto'];
export type PriceListKind = PriceList['kind'];
export type PriceTable = Schemas['PriceTableDto'];
export type PriceRow = Schemas['PriceRowDto'];
export type PriceHistory = Schemas['PriceHistoryDto'];
export type PriceHistoryEntry = Schemas['PriceHistoryEntryDto'];
export type PriceChangePage = Schemas['PriceChangePageDto'];
export type MassChange = Schemas['MassChangeDto'];
export type ApplyMassChange = Schemas['ApplyMassChangeDto'];
export type MassChangePreview = Schemas['MassChangePreviewDto'];
export type UpdateItem = Schemas['UpdateItemDto'];

export type Import = Schemas['ImportDto'];
export type ImportPage = Schemas['ImportPageDto'];
export type ImportState = Schemas['ImportState'];
export type ImportAction = Schemas['ImportAction'];
export type ImportColumn = Schemas['ImportColumnDto'];
export type ImportProblem = Schemas['ImportProblemDto'];
export type ImportRow = Schemas['ImportRowDto'];
export type ImportRowPage = Schemas['ImportRowPageDto'];
export type MapImport = Schemas['MapImportDto'];
export type StoredFile = Schemas['FileDto'];

export type InvalidParam = Schemas['InvalidParamDto'];

/** RFC 9457 problem details as this API writes them; a door on the way may answer with less, hence only these are sure. */
export type Problem = Pick<Schemas['ProblemDto'], 'status' | 'code'> & Partial<Schemas['ProblemDto']>;

/** What a client sees by a link. */
export type Proposal = Schemas['ProposalDto'];
export type ProposalVariant = Schemas['ProposalVariantDto'];
export type ProposalLine = Schemas['ProposalLineDto'];
export type ProposalAcceptance = Schemas['ProposalAcceptanceDto'];
export type AcceptProposal = Schemas['AcceptProposalDto'];
export type CodeSent = Schemas['CodeSentDto'];
export type Signature = Schemas['SignatureDto'];
export type ProposalLinks = Schemas['ProposalLinksDto'];
export type ProposalLink = Schemas['ProposalLinkDto'];
export type CreateLink = Schemas['CreateLinkDto'];
export type CreatedLink = Schemas['CreatedLinkDto'];
