import { ApiProperty } from '@nestjs/swagger';
import type { RuleSet } from '@smet/estimating';
import {
  IsBoolean,
  IsDateString,
  IsInt,
  IsISO8601,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateIf,
} from 'class-validator';
import { PlainText } from '../../../platform/http/plain-text.js';
import { PricedItemDto } from './estimate.dto.js';
import { documentRef } from '../../../platform/http/named-schemas.js';
import { MoneyTermsDto } from './money-terms.dto.js';
import { MAX_VERSION } from '../../../platform/http/version.js';

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const SHA256 = /^[0-9a-f]{64}$/;
const MAX_COMMENT = 1000;

export class OnVersionDto {
  /** The version of the estimate the change is made on; a stale one is answered with 409 and the current version. */
  @ApiProperty({ type: 'integer' })
  @IsInt()
  @Min(1)
  @Max(MAX_VERSION)
  version: number;
}

export class IssueEstimateDto extends OnVersionDto {
  /**
   * The last day of the offer, where the organization is; null: it does not end. When absent it holds as long as the
   * organization's terms say.
   */
  @ApiProperty({ type: String, format: 'date', nullable: true, required: false })
  @ValidateIf((input: IssueEstimateDto) => input.validUntil !== null && input.validUntil !== undefined)
  @IsDateString({ strict: true })
  @Matches(DAY)
  validUntil?: string | null;
}

export class RepriceEstimateDto extends OnVersionDto {
  /** The moment `fresh-prices` told. */
  @ApiProperty({ format: 'date-time' })
  @IsISO8601({ strict: true })
  pricedAt: string;

  /** Of the rules, terms and price lists that were shown, as `fresh-prices` told; others by now are answered with 409. */
  @Matches(SHA256)
  digest: string;
}

export class AskApprovalDto extends OnVersionDto {
  @ApiProperty({ required: false })
  @ValidateIf((input: AskApprovalDto) => input.comment !== undefined)
  @PlainText()
  @IsString()
  @MaxLength(MAX_COMMENT)
  comment?: string;
}

export class DecideApprovalDto extends AskApprovalDto {
  @IsBoolean()
  given: boolean;
}

/** What computing an estimate anew would use. */
export class FreshPricesDto {
  @ApiProperty({ format: 'date-time' })
  pricedAt: string;

  /** Of everything beside the prices: rules with their version, terms, price lists. */
  digest: string;

  @ApiProperty(documentRef('RuleSet'))
  ruleSet: RuleSet;

  @ApiProperty({ type: () => MoneyTermsDto })
  terms: MoneyTermsDto;

  @ApiProperty({ type: () => [PricedItemDto] })
  priceBook: PricedItemDto[];
}
