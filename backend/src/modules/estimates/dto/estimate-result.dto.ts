import { ApiProperty } from '@nestjs/swagger';
import { ITEM_KINDS, type ItemKind } from '@smet/estimating';
import { ExplanationDto } from './explanation.dto.js';
import { PARAMS } from './message-params.js';
import { RoomMeasuresDto } from './room-measures.dto.js';
import { PaymentStageDto } from './variant-content.dto.js';

export class LineDiscountDto {
  @ApiProperty({ enum: ['line', 'category'] })
  by: 'line' | 'category';

  @ApiProperty({ example: '5' })
  percent: string;

  @ApiProperty({ type: 'integer' })
  amountMinor: number;
}

export class EstimateLineDto {
  /** Stable while the line lives: of the rule and the room, or of the line added by hand. */
  key: string;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  roomId: string | null;

  @ApiProperty({ type: String, nullable: true })
  ruleKey: string | null;

  @ApiProperty({ format: 'uuid' })
  itemId: string;

  code: string;

  name: string;

  unit: string;

  @ApiProperty({ format: 'uuid', required: false })
  categoryId?: string;

  @ApiProperty({ enum: ITEM_KINDS, required: false })
  kind?: ItemKind;

  @ApiProperty({ example: '12' })
  quantity: string;

  @ApiProperty({ type: String, nullable: true })
  computedQuantity: string | null;

  overridden: boolean;

  @ApiProperty({ type: 'integer' })
  priceMinor: number;

  /** Before any discount. */
  @ApiProperty({ type: 'integer' })
  sumMinor: number;

  /** Its own or that of its category; null: only that of the whole, or none. */
  @ApiProperty({ type: () => LineDiscountDto, nullable: true })
  discount: LineDiscountDto | null;

  /** What a unit costs the firm altogether; present only for people with `cost:read`. */
  @ApiProperty({ type: 'integer', required: false })
  costMinor?: number;

  @ApiProperty({ type: 'integer', required: false })
  costSumMinor?: number;

  /** The installer's part of it; present only for people with `pay:read`. */
  @ApiProperty({ type: 'integer', required: false })
  payMinor?: number;

  @ApiProperty({ type: 'integer', required: false })
  paySumMinor?: number;

  /** What a dealer pays; present only for people with `dealer-price:read`. */
  @ApiProperty({ type: 'integer', required: false })
  dealerMinor?: number;

  @ApiProperty({ type: 'integer', required: false })
  dealerSumMinor?: number;

  @ApiProperty({ type: () => ExplanationDto })
  explanation: ExplanationDto;
}

export class RoomProblemDto {
  code: string;

  /** Field of the room: `shape.sidesMm.2`, `plan.canvas.film`. */
  path: string;

  @ApiProperty(PARAMS)
  params: Record<string, string | number>;
}

export class RoomResultDto {
  @ApiProperty({ format: 'uuid' })
  roomId: string;

  @ApiProperty({ type: () => RoomMeasuresDto, required: false })
  measures?: RoomMeasuresDto;

  @ApiProperty({ type: 'integer', required: false })
  subtotalMinor?: number;

  @ApiProperty({ type: () => [RoomProblemDto], required: false })
  problems?: RoomProblemDto[];
}

/** A sum beside the lines: a percentage with its base said, or what lacks to the minimum order. */
export class AdjustmentDto {
  key: string;

  @ApiProperty({ enum: ['coefficient', 'minimum-order'] })
  kind: 'coefficient' | 'minimum-order';

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  roomId: string | null;

  /** Empty for the minimum order, which the one who shows it names. */
  name: string;

  /** Of `baseMinor`; null for the minimum order. */
  @ApiProperty({ type: String, nullable: true })
  percent: string | null;

  @ApiProperty({ enum: ITEM_KINDS, isArray: true })
  base: ItemKind[];

  /** Sum of the lines it is taken of, or the minimum that was not reached. */
  @ApiProperty({ type: 'integer' })
  baseMinor: number;

  /** Before any discount. */
  @ApiProperty({ type: 'integer' })
  sumMinor: number;

  /** Its part of the discounts of the lines it is taken of; of the sign of `sumMinor`, absent where it is nothing. */
  @ApiProperty({ type: 'integer', required: false })
  discountMinor?: number;
}

export class VatAmountDto {
  @ApiProperty({ enum: ['included', 'on_top'] })
  mode: 'included' | 'on_top';

  @ApiProperty({ example: '22' })
  ratePercent: string;

  /** Contained in what is to be paid. */
  @ApiProperty({ type: 'integer' })
  amountMinor: number;
}

export class PaymentDto extends PaymentStageDto {
  @ApiProperty({ type: 'integer' })
  amountMinor: number;
}

export class EstimateTotalsDto {
  /** Lines and coefficients, before discount. */
  @ApiProperty({ type: 'integer' })
  grossMinor: number;

  @ApiProperty({ type: 'integer' })
  discountMinor: number;

  /** What lacks to the minimum order. */
  @ApiProperty({ type: 'integer' })
  topUpMinor: number;

  @ApiProperty({ type: () => VatAmountDto, nullable: true })
  vat: VatAmountDto | null;

  @ApiProperty({ type: 'integer' })
  toPayMinor: number;

  /** Adds up to what is to be paid. */
  @ApiProperty({ type: () => [PaymentDto] })
  schedule: PaymentDto[];

  /** The first payment, and all the others. */
  @ApiProperty({ type: 'integer' })
  prepaymentMinor: number;

  @ApiProperty({ type: 'integer' })
  restMinor: number;

  /** Present only for people with `cost:read`. */
  @ApiProperty({ type: 'integer', required: false })
  costMinor?: number;

  /** Present only for people with `margin:read`. */
  @ApiProperty({ type: 'integer', required: false })
  marginMinor?: number;

  /** Present only for people with `pay:read`. */
  @ApiProperty({ type: 'integer', required: false })
  payMinor?: number;

  /** Present only for people with `dealer-price:read`. */
  @ApiProperty({ type: 'integer', required: false })
  dealerMinor?: number;
}

/** Something that keeps a line out of the estimate, named at its place in the draft. */
export class EstimateProblemDto {
  code: string;

  @ApiProperty({ example: 'manualLines.0.quantity' })
  path: string;

  @ApiProperty(PARAMS)
  params: Record<string, string | number>;
}

export class EstimateResultDto {
  @ApiProperty({ type: () => [RoomResultDto] })
  rooms: RoomResultDto[];

  @ApiProperty({ type: () => [EstimateLineDto] })
  lines: EstimateLineDto[];

  @ApiProperty({ type: () => [AdjustmentDto] })
  adjustments: AdjustmentDto[];

  @ApiProperty({ type: () => EstimateTotalsDto })
  totals: EstimateTotalsDto;

  @ApiProperty({ type: () => [EstimateProblemDto] })
  problems: EstimateProblemDto[];
}
