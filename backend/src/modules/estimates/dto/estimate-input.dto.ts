import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  IsDefined,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Max,
  MaxLength,
  Min,
  MinLength,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { EstimateDraftDto } from './estimate-draft.dto.js';
import { PlainText } from '../../../platform/http/plain-text.js';

export class CreateEstimateDto {
  @IsOptional()
  @PlainText()
  @IsString()
  @MinLength(1)
  @MaxLength(200)
  title?: string;
}

export class SaveEstimateDto {
  /** The version the draft was made on; a stale one is answered with 409 and the current version. */
  @ApiProperty({ type: 'integer' })
  @IsInt()
  @Min(1)
  @Max(2_147_483_647)
  version: number;

  @ApiProperty({ required: false })
  @ValidateIf((input: SaveEstimateDto) => input.title !== undefined)
  @PlainText()
  @IsString()
  @MinLength(1)
  @MaxLength(200)
  title?: string;

  /** The variant that counts until the client accepts another; stays as it was when absent, or is the first. */
  @ApiProperty({ format: 'uuid', required: false })
  @ValidateIf((input: SaveEstimateDto) => input.currentVariantId !== undefined)
  @IsUUID()
  currentVariantId?: string;

  /** The whole draft: what is not in it is gone from the estimate. */
  @ApiProperty({ type: () => EstimateDraftDto })
  @IsDefined()
  @IsObject()
  @ValidateNested()
  @Type(() => EstimateDraftDto)
  draft: EstimateDraftDto;
}
