import { ApiProperty } from '@nestjs/swagger';
import { PAYMENT_MOMENTS, type PaymentMoment } from '@smet/estimating';

const COUNT = { type: 'integer' } as const;
const TIME = { format: 'date-time' } as const;

/** Whose offer it is. Texts nobody wrote are empty. */
export class ProposalCompanyDto {
  /** As clients know it. */
  name: string;

  legalName: string;

  taxId: string;

  address: string;

  phone: string;

  email: string;

  site: string;

  /** "#1c7ed6"; empty: none of its own. */
  brandColor: string;

  /** A picture as a data URL; null without one. */
  @ApiProperty({ type: String, nullable: true })
  logo: string | null;
}

export class ProposalRoomDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  name: string;

  /** Square metres and metres, as billed. */
  @ApiProperty({ example: '12' })
  area: string;

  @ApiProperty({ example: '14' })
  perimeter: string;
}

/** What is done or put up, without what it costs the firm. */
export class ProposalLineDto {
  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  roomId: string | null;

  name: string;

  unit: string;

  @ApiProperty({ example: '12' })
  quantity: string;

  @ApiProperty(COUNT)
  sumMinor: number;
}

/** A sum without a thing: a surcharge in percent, or what lacks to the minimum order. */
export class ProposalAdjustmentDto {
  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  roomId: string | null;

  @ApiProperty({ enum: ['coefficient', 'minimum-order'] })
  kind: 'coefficient' | 'minimum-order';

  name: string;

  @ApiProperty({ type: String, nullable: true })
  percent: string | null;

  @ApiProperty(COUNT)
  sumMinor: number;
}

export class ProposalPaymentDto {
  @ApiProperty({ enum: PAYMENT_MOMENTS })
  when: PaymentMoment;

  @ApiProperty({ example: '50' })
  percent: string;

  @ApiProperty(COUNT)
  amountMinor: number;
}

export class ProposalVatDto {
  @ApiProperty({ enum: ['included', 'on_top'] })
  mode: 'included' | 'on_top';

  @ApiProperty({ example: '22' })
  ratePercent: string;

  @ApiProperty(COUNT)
  amountMinor: number;
}

export class ProposalVariantDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  /** Empty where the only variant was never named. */
  name: string;

  @ApiProperty(COUNT)
  grossMinor: number;

  @ApiProperty(COUNT)
  discountMinor: number;

  @ApiProperty(COUNT)
  toPayMinor: number;

  @ApiProperty({ type: () => ProposalVatDto, nullable: true })
  vat: ProposalVatDto | null;

  @ApiProperty({ type: () => [ProposalLineDto] })
  lines: ProposalLineDto[];

  @ApiProperty({ type: () => [ProposalAdjustmentDto] })
  adjustments: ProposalAdjustmentDto[];

  @ApiProperty({ type: () => [ProposalPaymentDto] })
  schedule: ProposalPaymentDto[];
}

export class ProposalAcceptanceDto {
  @ApiProperty({ format: 'uuid' })
  variantId: string;

  @ApiProperty(TIME)
  acceptedAt: string;

  /** As the person gave it. */
  name: string;

  @ApiProperty({ enum: ['code', 'signature'] })
  method: 'code' | 'signature';
}

/** One issued version as a client sees it: never a cost, a margin or anybody's pay. */
export class ProposalDto {
  /** `lapsed` is past its last day, `superseded` has a newer version; neither can be accepted. */
  @ApiProperty({ enum: ['open', 'accepted', 'lapsed', 'superseded'] })
  state: 'open' | 'accepted' | 'lapsed' | 'superseded';

  @ApiProperty(COUNT)
  orderNumber: number;

  address: string;

  /** Of the version. */
  @ApiProperty(COUNT)
  number: number;

  @ApiProperty(TIME)
  issuedAt: string;

  @ApiProperty({ type: String, format: 'date', nullable: true })
  validUntil: string | null;

  /** Sent back with the acceptance: what is accepted is what was seen. */
  contentHash: string;

  @ApiProperty({ example: 'RUB' })
  currency: string;

  @ApiProperty({ example: 'Europe/Moscow' })
  timezone: string;

  @ApiProperty({ type: () => ProposalCompanyDto })
  company: ProposalCompanyDto;

  /** Conditions of the firm, in its own words. */
  terms: string;

  @ApiProperty({ ...COUNT, nullable: true })
  warrantyMonthsMaterials: number | null;

  @ApiProperty({ ...COUNT, nullable: true })
  warrantyMonthsWork: number | null;

  @ApiProperty({ type: () => [ProposalRoomDto] })
  rooms: ProposalRoomDto[];

  /** In the firm's order. */
  @ApiProperty({ type: () => [ProposalVariantDto] })
  variants: ProposalVariantDto[];

  /** The one the firm advises. */
  @ApiProperty({ format: 'uuid' })
  currentVariantId: string;

  @ApiProperty({ type: () => ProposalAcceptanceDto, nullable: true })
  acceptance: ProposalAcceptanceDto | null;

  /** Whether codes can be sent; a signature can always be drawn. */
  codesAvailable: boolean;
}
