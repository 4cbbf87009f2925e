import { ApiProperty } from '@nestjs/swagger';
import { ROUNDING_LEVELS, type RoundingLevel } from '@smet/estimating';
import { PaymentStageDto } from './variant-content.dto.js';

export class RoundingTermsDto {
  @ApiProperty({ enum: ['half-up', 'published'] })
  policy: 'half-up' | 'published';

  /** Of the policy `published` only. −2: kopecks, 0: roubles, 1: tens, 2: hundreds. */
  @ApiProperty({ enum: ROUNDING_LEVELS, type: 'integer', required: false })
  level?: RoundingLevel;
}

export class VatTermsDto {
  @ApiProperty({ enum: ['included', 'on_top'] })
  mode: 'included' | 'on_top';

  @ApiProperty({ example: '22' })
  ratePercent: string;
}

/** How the money is asked for; an estimate keeps what held when it was priced. */
export class MoneyTermsDto {
  /** Charged at the least; 0: no minimum. */
  @ApiProperty({ type: 'integer' })
  minimumOrderMinor: number;

  /** Items of these categories get no discount but one of their own. */
  @ApiProperty({ type: [String], format: 'uuid' })
  excludedCategoryIds: readonly string[];

  @ApiProperty({ type: () => RoundingTermsDto })
  rounding: RoundingTermsDto;

  /** null: the organization pays none. */
  @ApiProperty({ type: () => VatTermsDto, nullable: true })
  vat: VatTermsDto | null;

  /** Unless a variant has one of its own. */
  @ApiProperty({ type: () => [PaymentStageDto] })
  schedule: readonly PaymentStageDto[];
}
