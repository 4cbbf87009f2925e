import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsEmail,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  MinLength,
  ValidateNested,
} from 'class-validator';
import { PlainText } from '../../../platform/http/plain-text.js';
import { SIGNATURE_LIMITS } from '../acceptance/signature.js';

const EMAIL_LENGTH = 254;

export class ProposalPdfQueryDto {
  /** Whose lines are printed; those of the accepted or advised one when absent. */
  @ApiProperty({ format: 'uuid', required: false })
  @IsOptional()
  @IsUUID()
  variant?: string;
}

export class AskQuestionDto {
  @PlainText()
  @IsString()
  @MinLength(1)
  @MaxLength(100)
  name: string;

  @PlainText()
  @IsString()
  @MinLength(1)
  @MaxLength(2000)
  text: string;
}

export class RequestCodeDto {
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  variantId: string;

  @PlainText()
  @IsEmail()
  @MaxLength(EMAIL_LENGTH)
  email: string;
}

/** Strokes in whole units of the field they were drawn in: x, y, x, y … */
export class SignatureDto {
  @ApiProperty({ type: 'integer', minimum: SIGNATURE_LIMITS.minSide, maximum: SIGNATURE_LIMITS.maxSide })
  @IsInt()
  @Min(SIGNATURE_LIMITS.minSide)
  @Max(SIGNATURE_LIMITS.maxSide)
  width: number;

  @ApiProperty({ type: 'integer', minimum: SIGNATURE_LIMITS.minSide, maximum: SIGNATURE_LIMITS.maxSide })
  @IsInt()
  @Min(SIGNATURE_LIMITS.minSide)
  @Max(SIGNATURE_LIMITS.maxSide)
  height: number;

  /** What is in it is checked by the module: its numbers are too many to be checked one decorator at a time. */
  @ApiProperty({
    type: 'array',
    items: { type: 'array', items: { type: 'integer' } },
    maxItems: SIGNATURE_LIMITS.maxStrokes,
  })
  @IsArray()
  @ArrayMaxSize(SIGNATURE_LIMITS.maxStrokes)
  @IsArray({ each: true })
  strokes: number[][];
}

/** With the code that came by e-mail, or with a signature. */
export class AcceptProposalDto {
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  variantId: string;

  @PlainText()
  @IsString()
  @MinLength(1)
  @MaxLength(200)
  contentHash: string;

  @PlainText()
  @IsString()
  @MinLength(2)
  @MaxLength(100)
  name: string;

  @IsOptional()
  @IsString()
  @Matches(/^\d{6}$/)
  code?: string;

  @ApiProperty({ type: () => SignatureDto, required: false })
  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => SignatureDto)
  signature?: SignatureDto;

  /** Where the copy goes of what was signed; with a code it goes where the code went. */
  @IsOptional()
  @PlainText()
  @IsEmail()
  @MaxLength(EMAIL_LENGTH)
  email?: string;
}

export class CodeSentDto {
  /** Until then the code can be used. */
  @ApiProperty({ format: 'date-time' })
  expiresAt: string;

  /** Another one can be asked for after this many seconds. */
  @ApiProperty({ type: 'integer' })
  resendAfterSeconds: number;
}
