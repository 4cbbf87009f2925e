import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsISO8601, IsOptional, IsString, MaxLength, MinLength } from 'class-validator';
import { PlainText } from '../../../platform/http/plain-text.js';

const CHANNELS = ['phone', 'email', 'messenger', 'post'] as const;

export class GrantConsentDto {
  @ApiProperty({ enum: CHANNELS })
  @IsIn(CHANNELS)
  channel: (typeof CHANNELS)[number];

  /** What it was given for and on what ground. */
  @PlainText()
  @IsString()
  @MinLength(1)
  @MaxLength(500)
  basis: string;

  /** Where it can be seen: number of the paper, address of the record, words of the letter. */
  @PlainText()
  @IsString()
  @MinLength(1)
  @MaxLength(2000)
  proof: string;

  /** Now, when missing; never later than now. */
  @ApiProperty({ format: 'date-time', required: false })
  @IsOptional()
  @IsISO8601({ strict: true, strictSeparator: true })
  grantedAt?: string;
}

export class WithdrawConsentDto {
  /** Now, when missing; not before it was given, never later than now. */
  @ApiProperty({ format: 'date-time', required: false })
  @IsOptional()
  @IsISO8601({ strict: true, strictSeparator: true })
  withdrawnAt?: string;
}
