import { ApiProperty } from '@nestjs/swagger';
import { ITEM_KINDS, type ItemKind, type RuleSet } from '@smet/estimating';
import { MeasurementTolerancesDto } from '../../organizations/index.js';
import { EstimateDraftDto } from './estimate-draft.dto.js';
import { EstimateResultDto } from './estimate-result.dto.js';
import { documentRef } from '../../../platform/http/named-schemas.js';
import { MoneyTermsDto } from './money-terms.dto.js';

const COUNT = { type: 'integer' } as const;
const STATUS = { enum: ['draft', 'issued'] };
const TIME = { type: String, format: 'date-time', nullable: true } as const;
const DAY = { type: String, format: 'date', nullable: true } as const;

export class EstimateOrderDto {
  @ApiProperty(COUNT)
  number: number;

  clientName: string;

  address: string;
}

export class PricedItemDto {
  @ApiProperty({ format: 'uuid' })
  itemId: string;

  code: string;

  name: string;

  unit: string;

  @ApiProperty({ format: 'uuid', required: false })
  categoryId?: string;

  @ApiProperty({ enum: ITEM_KINDS, required: false })
  kind?: ItemKind;

  @ApiProperty(COUNT)
  priceMinor: number;

  /** What a unit costs the firm altogether; present only for people with `cost:read`. */
  @ApiProperty({ ...COUNT, required: false })
  costMinor?: number;

  /** The installer's part of it; present only for people with `pay:read`. */
  @ApiProperty({ ...COUNT, required: false })
  payMinor?: number;

  /** Present only for people with `dealer-price:read`. */
  @ApiProperty({ ...COUNT, required: false })
  dealerMinor?: number;
}

/** What the client accepted. */
export class AcceptanceDto {
  @ApiProperty({ format: 'uuid' })
  variantId: string;

  @ApiProperty({ format: 'date-time' })
  acceptedAt: string;

  /** As the person gave it. */
  name: string;
}

export class EstimateVersionDto {
  @ApiProperty(COUNT)
  number: number;

  @ApiProperty(STATUS)
  status: 'draft' | 'issued';

  @ApiProperty(TIME)
  issuedAt: string | null;

  @ApiProperty(DAY)
  validUntil: string | null;

  /** Of the accepted variant, before that of the current one. */
  @ApiProperty(COUNT)
  toPayMinor: number;

  accepted: boolean;
}

export class ApprovalPersonDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  name: string;
}

/** Whether the greatest discount of all variants is more than a person may give alone. */
export class ApprovalDto {
  /** `none`: nobody has to be asked. Whatever was given or refused ends when the discount grows. */
  @ApiProperty({ enum: ['none', 'needed', 'asked', 'given', 'refused'] })
  state: 'none' | 'needed' | 'asked' | 'given' | 'refused';

  /** The greatest discount of all variants, of the gross; reductions added by hand count as discounts. */
  @ApiProperty({ example: '12.5' })
  percent: string;

  @ApiProperty({ type: () => ApprovalPersonDto, required: false })
  askedBy?: ApprovalPersonDto;

  @ApiProperty({ type: () => ApprovalPersonDto, required: false })
  decidedBy?: ApprovalPersonDto;

  /** Of the one who decided, before that of the one who asked. */
  comment?: string;
}

export class VariantResultDto {
  @ApiProperty({ format: 'uuid' })
  variantId: string;

  @ApiProperty({ type: () => EstimateResultDto })
  result: EstimateResultDto;
}

export class LineCategoryDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  name: string;
}

/** One version of an estimate: what was entered, what was computed from it, and everything needed to compute again. */
export class EstimateDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ format: 'uuid' })
  orderId: string;

  @ApiProperty({ type: () => EstimateOrderDto })
  order: EstimateOrderDto;

  title: string;

  /** Of the whole estimate; every change names the one it was made on. */
  @ApiProperty(COUNT)
  version: number;

  /** Of the version shown, from 1. */
  @ApiProperty(COUNT)
  number: number;

  @ApiProperty(STATUS)
  status: 'draft' | 'issued';

  @ApiProperty(TIME)
  issuedAt: string | null;

  /** The last day of the offer, where the organization is. */
  @ApiProperty(DAY)
  validUntil: string | null;

  /** SHA-256 of everything the client is shown; null in a draft. */
  @ApiProperty({ type: String, nullable: true })
  contentHash: string | null;

  @ApiProperty({ type: () => AcceptanceDto, nullable: true })
  acceptance: AcceptanceDto | null;

  /** All of them, the oldest first. */
  @ApiProperty({ type: () => [EstimateVersionDto] })
  versions: EstimateVersionDto[];

  @ApiProperty({ example: 'RUB' })
  currency: string;

  /** The prices are those valid at this moment. */
  @ApiProperty({ format: 'date-time' })
  pricedAt: string;

  /** Prices, rules or terms are others by now; see `fresh-prices`. */
  pricesChanged: boolean;

  @ApiProperty({ format: 'date-time' })
  updatedAt: string;

  /** Of the organization, in force now; the browser judges readings by the same ones. */
  @ApiProperty({ type: () => MeasurementTolerancesDto })
  tolerances: MeasurementTolerancesDto;

  @ApiProperty({ type: () => MoneyTermsDto })
  terms: MoneyTermsDto;

  /** The whole document the estimate is computed by. */
  @ApiProperty(documentRef('RuleSet'))
  ruleSet: RuleSet;

  canEdit: boolean;

  canDiscount: boolean;

  /** Discounts above the limit need an approval first, see `approval`. */
  canIssue: boolean;

  /** The greatest discount this person gives without asking. */
  @ApiProperty({ minimum: 0, maximum: 100 })
  discountLimitPercent: number;

  @ApiProperty({ type: () => ApprovalDto })
  approval: ApprovalDto;

  @ApiProperty({ type: () => EstimateDraftDto })
  draft: EstimateDraftDto;

  /** The variant that counts until the client accepts another. */
  @ApiProperty({ format: 'uuid' })
  currentVariantId: string;

  /** Of every variant, in the order of the draft. */
  @ApiProperty({ type: () => [VariantResultDto] })
  results: VariantResultDto[];

  /** Everything the browser needs to recompute: items of the rule set and of the lines added by hand. */
  @ApiProperty({ type: () => [PricedItemDto] })
  priceBook: PricedItemDto[];

  /** Of all items, in the order of the organization. */
  @ApiProperty({ type: () => [LineCategoryDto] })
  categories: LineCategoryDto[];
}
