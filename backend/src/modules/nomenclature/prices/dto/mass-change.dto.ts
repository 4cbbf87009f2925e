import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsDefined,
  IsIn,
  IsInt,
  IsNumber,
  IsOptional,
  IsUUID,
  Matches,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { REPRICING_MODES, type RepricingMode } from '@smet/money';
import { IsMoment } from './dates.js';

const MOST_ITEMS = 5000;
const MOST_CATEGORIES = 200;

export class RepricingRoundingDto {
  @ApiProperty({ enum: REPRICING_MODES })
  @IsIn(REPRICING_MODES)
  mode: RepricingMode;

  /** What the new amounts are multiples of, in minor units: 1 is a kopeck, 100 a rouble, 1000 ten roubles. */
  @ApiProperty({ type: 'integer', minimum: 1, maximum: 1_000_000 })
  @IsInt()
  @Min(1)
  @Max(1_000_000)
  stepMinor: number;
}

export class MassChangeDto {
  /** How much the prices go up; below zero they go down. At most four places after the point. */
  @ApiProperty({ type: Number, minimum: -99.9999, maximum: 10_000 })
  @IsNumber({ maxDecimalPlaces: 4, allowNaN: false, allowInfinity: false })
  @Min(-99.9999)
  @Max(10_000)
  percent: number;

  /** Items of these categories and of those below them. Without `itemIds` and without them: the whole list. */
  @ApiProperty({ type: [String], required: false })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MOST_CATEGORIES)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  categoryIds?: string[];

  /** These items, beside those of the categories. */
  @ApiProperty({ type: [String], required: false })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MOST_ITEMS)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  itemIds?: string[];

  @ApiProperty({ type: () => RepricingRoundingDto })
  @IsDefined()
  @ValidateNested()
  @Type(() => RepricingRoundingDto)
  rounding: RepricingRoundingDto;

  /** From when the new prices hold, in the future; from now when missing. */
  @ApiProperty({ format: 'date-time', required: false })
  @IsOptional()
  @IsMoment()
  validFrom?: string;
}

export class ApplyMassChangeDto extends MassChangeDto {
  /** Of the preview: what is written is what was shown. */
  @Matches(/^[0-9a-f]{64}$/)
  digest: string;
}

export class MassChangeSampleDto {
  @ApiProperty({ format: 'uuid' })
  itemId: string;

  code: string;

  name: string;

  unit: string;

  @ApiProperty({ type: 'integer' })
  beforeMinor: number;

  @ApiProperty({ type: 'integer' })
  afterMinor: number;
}

export class MassChangeTotalsDto {
  @ApiProperty({ type: 'integer' })
  beforeMinor: number;

  @ApiProperty({ type: 'integer' })
  afterMinor: number;
}

export class MassChangePreviewDto {
  /** How many prices change. */
  @ApiProperty({ type: 'integer' })
  count: number;

  /** How many stay as they are, because the rounding gives the same amount. */
  @ApiProperty({ type: 'integer' })
  unchanged: number;

  /** How many of those that change have another price planned for later, which then holds. */
  @ApiProperty({ type: 'integer' })
  plannedLater: number;

  /** The first of them by code. */
  @ApiProperty({ type: () => [MassChangeSampleDto] })
  sample: MassChangeSampleDto[];

  /** One of each of those that change. */
  @ApiProperty({ type: () => MassChangeTotalsDto })
  totals: MassChangeTotalsDto;

  digest: string;
}
