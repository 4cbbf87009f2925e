import { ApiProperty } from '@nestjs/swagger';
import { MeasurementTolerancesDto } from '../../organizations/index.js';
import { EstimateDraftDto } from './estimate-draft.dto.js';
import { EstimateResultDto } from './estimate-result.dto.js';

export class EstimateOrderDto {
  @ApiProperty({ type: 'integer' })
  number: number;

  clientName: string;

  address: string;
}

export class RuleSetRefDto {
  id: string;

  @ApiProperty({ type: 'integer' })
  version: number;
}

export class PricedItemDto {
  @ApiProperty({ format: 'uuid' })
  itemId: string;

  code: string;

  name: string;

  unit: string;

  @ApiProperty({ type: 'integer' })
  priceMinor: number;

  /** Purchase price; present only for people with `cost:read`. */
  @ApiProperty({ type: 'integer', required: false })
  costMinor?: number;
}

export class EstimateDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ format: 'uuid' })
  orderId: string;

  @ApiProperty({ type: () => EstimateOrderDto })
  order: EstimateOrderDto;

  title: string;

  @ApiProperty({ type: 'integer' })
  version: number;

  @ApiProperty({ enum: ['draft', 'issued'] })
  status: 'draft' | 'issued';

  @ApiProperty({ type: () => RuleSetRefDto })
  ruleSet: RuleSetRefDto;

  @ApiProperty({ example: 'RUB' })
  currency: string;

  /** The prices are those valid at this moment. */
  @ApiProperty({ format: 'date-time' })
  pricedAt: string;

  @ApiProperty({ format: 'date-time' })
  updatedAt: string;

  /** Of the organization, in force now; the browser judges readings by the same ones. */
  @ApiProperty({ type: () => MeasurementTolerancesDto })
  tolerances: MeasurementTolerancesDto;

  canEdit: boolean;

  canDiscount: boolean;

  @ApiProperty({ type: () => EstimateDraftDto })
  draft: EstimateDraftDto;

  @ApiProperty({ type: () => EstimateResultDto })
  result: EstimateResultDto;

  /** Everything the browser needs to recompute: items of the rule set and of the lines added by hand. */
  @ApiProperty({ type: () => [PricedItemDto] })
  priceBook: PricedItemDto[];
}
