import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsDefined,
  IsInt,
  IsObject,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  MinLength,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { ESTIMATE_LIMITS, type RoomPlan, type RoomShape } from '@smet/estimating';
import { documentRef } from './room-documents.js';
import { PlainText } from '../../../platform/http/plain-text.js';

/** The column's four digits after the point; below ESTIMATE_LIMITS.maxQuantity. */
const QUANTITY = /^\d{1,5}(\.\d{1,4})?$/;
const PERCENT = /^(100(\.0{1,2})?|\d{1,2}(\.\d{1,2})?)$/;

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

export class QuantityOverrideDto {
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  roomId: string;

  /** Names the generated line within its room. */
  @PlainText()
  @IsString()
  @MinLength(1)
  @MaxLength(100)
  ruleKey: string;

  @ApiProperty({ example: '14.87', pattern: QUANTITY.source })
  @IsString()
  @Matches(QUANTITY)
  quantity: string;
}

export class ManualLineDto {
  /** Made by the one who adds the line (UUID). */
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  id: string;

  @PlainText()
  @IsString()
  @MinLength(1)
  @MaxLength(64)
  itemCode: string;

  /** null: the line belongs to the whole estimate. */
  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  @ValidateIf((line: ManualLineDto) => line.roomId !== null)
  @IsUUID()
  roomId: string | null;

  @ApiProperty({ example: '1', pattern: QUANTITY.source })
  @IsString()
  @Matches(QUANTITY)
  quantity: string;
}

export class EstimateDraftDto {
  @ApiProperty({ type: () => [RoomInputDto], maxItems: ESTIMATE_LIMITS.maxRooms })
  @IsArray()
  @ArrayMaxSize(ESTIMATE_LIMITS.maxRooms)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => RoomInputDto)
  rooms: RoomInputDto[];

  /** Quantities of generated lines changed by hand; the computed ones are kept beside. */
  @ApiProperty({ type: () => [QuantityOverrideDto], maxItems: ESTIMATE_LIMITS.maxOverrides })
  @IsArray()
  @ArrayMaxSize(ESTIMATE_LIMITS.maxOverrides)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => QuantityOverrideDto)
  overrides: QuantityOverrideDto[];

  @ApiProperty({ type: () => [ManualLineDto], maxItems: ESTIMATE_LIMITS.maxManualLines })
  @IsArray()
  @ArrayMaxSize(ESTIMATE_LIMITS.maxManualLines)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => ManualLineDto)
  manualLines: ManualLineDto[];

  /** Percent of the gross, 0 to 100. Changing it needs `estimate:discount`. */
  @ApiProperty({ example: '10', pattern: PERCENT.source })
  @IsString()
  @Matches(PERCENT)
  discountPercent: string;
}
