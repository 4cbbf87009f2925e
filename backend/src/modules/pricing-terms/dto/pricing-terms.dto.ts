import { ApiProperty } from '@nestjs/swagger';
import { PAYMENT_MOMENTS, type PaymentMoment } from '@smet/estimating';
import { ROUNDING_LEVELS, VAT_REGIMES, type RoundingLevel, type VatRegime } from '@smet/money';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsDefined,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsUUID,
  Matches,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { DiscountLimitsDto } from './discount-limits.dto.js';
import { MAX_VERSION } from '../../../platform/http/version.js';

/** Ten billion roubles: more than any ceiling, far from where numbers stop being exact. */
const MAX_MINOR = 1_000_000_000_000;
const MAX_CATEGORIES = 500;
const MAX_STAGES = 10;
const MAX_DAYS = 3650;
/** 0.01 … 100 with at most two digits after the point. */
const PERCENT = /^(?:100|(?!0+(?:\.0+)?$)\d{1,2}(?:\.\d{1,2})?)$/;
const VAT_MODES = ['none', 'included', 'on_top'] as const;
const POLICIES = ['half-up', 'published'] as const;

export class MoneyRoundingDto {
  @ApiProperty({ enum: POLICIES })
  @IsIn(POLICIES)
  policy: 'half-up' | 'published';

  /** Of the policy `published` only. −2: kopecks, 0: roubles, 1: tens, 2: hundreds. */
  @ApiProperty({ enum: ROUNDING_LEVELS, type: 'integer', required: false })
  @IsOptional()
  @IsIn(ROUNDING_LEVELS)
  level?: RoundingLevel;
}

export class VatSettingDto {
  @ApiProperty({ enum: VAT_MODES })
  @IsIn(VAT_MODES)
  mode: 'none' | 'included' | 'on_top';

  @ApiProperty({ enum: VAT_REGIMES })
  @IsIn(VAT_REGIMES)
  regime: VatRegime;
}

export class PaymentStageSettingDto {
  @ApiProperty({ enum: PAYMENT_MOMENTS })
  @IsIn(PAYMENT_MOMENTS)
  when: PaymentMoment;

  @ApiProperty({ example: '50', pattern: PERCENT.source })
  @Matches(PERCENT)
  percent: string;
}

export class PricingTermsDto {
  /** 0: nothing was set yet, the defaults hold. */
  @ApiProperty({ type: 'integer' })
  @IsInt()
  @Min(0)
  @Max(MAX_VERSION)
  version: number;

  /** Charged at the least when there is anything to charge; 0 is no minimum. */
  @ApiProperty({ type: 'integer' })
  @IsInt()
  @Min(0)
  @Max(MAX_MINOR)
  minimumOrderMinor: number;

  /** Items of these categories get no discount but one of their own. */
  @ApiProperty({ type: [String], format: 'uuid' })
  @IsArray()
  @ArrayMaxSize(MAX_CATEGORIES)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  excludedCategoryIds: string[];

  @ApiProperty({ type: () => MoneyRoundingDto })
  @IsDefined()
  @IsObject()
  @ValidateNested()
  @Type(() => MoneyRoundingDto)
  rounding: MoneyRoundingDto;

  @ApiProperty({ type: () => VatSettingDto })
  @IsDefined()
  @IsObject()
  @ValidateNested()
  @Type(() => VatSettingDto)
  vat: VatSettingDto;

  /** When what part is to be paid, in this order; the percents make 100. */
  @ApiProperty({ type: () => [PaymentStageSettingDto] })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MAX_STAGES)
  @ValidateNested({ each: true })
  @Type(() => PaymentStageSettingDto)
  schedule: PaymentStageSettingDto[];

  /** The greatest discount a person of the role gives without asking, per cent. */
  @ApiProperty({ type: () => DiscountLimitsDto })
  @IsDefined()
  @IsObject()
  @ValidateNested()
  @Type(() => DiscountLimitsDto)
  discountLimits: DiscountLimitsDto;

  /** How long an issued estimate holds unless its issuer says otherwise. */
  @ApiProperty({ type: 'integer' })
  @IsInt()
  @Min(1)
  @Max(MAX_DAYS)
  validDays: number;
}

/** The whole of it; `version` is the one the change was made on, a stale one is answered with 409. */
export class UpdatePricingTermsDto extends PricingTermsDto {}
