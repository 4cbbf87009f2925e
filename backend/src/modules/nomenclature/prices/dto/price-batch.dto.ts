import { ApiProperty } from '@nestjs/swagger';
import { priceBatchKinds, type PriceBatchKind } from '@smet/database';
import { RepricingRoundingDto } from './mass-change.dto.js';
import { PricePersonDto } from './price.dto.js';

/** Prices that were put together. */
export class PriceBatchDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ format: 'uuid' })
  priceListId: string;

  /** A mass change by percent, or prices out of a file. */
  @ApiProperty({ enum: priceBatchKinds })
  kind: PriceBatchKind;

  @ApiProperty({ type: 'integer' })
  count: number;

  /** Of a mass change, a decimal. */
  @ApiProperty({ type: String, nullable: true })
  percent: string | null;

  @ApiProperty({ type: () => RepricingRoundingDto, nullable: true })
  rounding: RepricingRoundingDto | null;

  @ApiProperty({ format: 'date-time' })
  validFrom: string;

  @ApiProperty({ format: 'date-time' })
  createdAt: string;

  @ApiProperty({ type: () => PricePersonDto, nullable: true })
  createdBy: PricePersonDto | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  undoneAt: string | null;

  @ApiProperty({ type: () => PricePersonDto, nullable: true })
  undoneBy: PricePersonDto | null;
}

export class PriceBatchPageDto {
  /** Newest first. */
  @ApiProperty({ type: () => [PriceBatchDto] })
  items: PriceBatchDto[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;
}

export class UndonePriceBatchDto {
  @ApiProperty({ type: () => PriceBatchDto })
  batch: PriceBatchDto;

  /** How many of its prices had been replaced by newer ones meanwhile: those stay. */
  @ApiProperty({ type: 'integer' })
  keptChanges: number;
}
