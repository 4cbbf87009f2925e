import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsDefined,
  IsInt,
  IsObject,
  IsString,
  IsUUID,
  Max,
  MaxLength,
  Min,
  MinLength,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { ESTIMATE_LIMITS, type RoomPlan, type RoomShape } from '@smet/estimating';
import { documentRef } from '../../../platform/http/named-schemas.js';
import { VariantContentDto } from './variant-content.dto.js';
import { PlainText } from '../../../platform/http/plain-text.js';

/** More than a client can choose between. */
export const MAX_VARIANTS = 6;

export class RoomInputDto {
  /** Made by the one who adds the room (UUID); the room keeps it for life. */
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  id: string;

  @PlainText()
  @IsString()
  @MinLength(1)
  @MaxLength(200)
  name: string;

  @ApiProperty(documentRef('RoomShape'))
  @IsDefined()
  @IsObject()
  shape: RoomShape;

  /** Profiles, things on the ceiling, how the canvas is cut; nothing was decided when absent. */
  @ApiProperty({ ...documentRef('RoomPlan'), required: false })
  @ValidateIf((room: RoomInputDto) => room.plan !== undefined)
  @IsObject()
  plan?: RoomPlan;

  @ApiProperty({ type: 'integer' })
  @IsInt()
  @Min(0)
  @Max(ESTIMATE_LIMITS.maxCount)
  spotlights: number;

  @ApiProperty({ type: 'integer' })
  @IsInt()
  @Min(0)
  @Max(ESTIMATE_LIMITS.maxCount)
  chandeliers: number;
}

export class VariantDraftDto extends VariantContentDto {
  /** Made by the one who adds the variant (UUID); the variant keeps it for life, in every version of the estimate. */
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  id: string;

  /** Empty: whoever shows it names it. */
  @PlainText()
  @IsString()
  @MaxLength(100)
  name: string;
}

/** Rooms are measured once and shared by all variants. */
export class EstimateDraftDto {
  @ApiProperty({ type: () => [RoomInputDto], maxItems: ESTIMATE_LIMITS.maxRooms })
  @IsArray()
  @ArrayMaxSize(ESTIMATE_LIMITS.maxRooms)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => RoomInputDto)
  rooms: RoomInputDto[];

  /** In the order shown: good, better, best. */
  @ApiProperty({ type: () => [VariantDraftDto], minItems: 1, maxItems: MAX_VARIANTS })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MAX_VARIANTS)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => VariantDraftDto)
  variants: VariantDraftDto[];
}
