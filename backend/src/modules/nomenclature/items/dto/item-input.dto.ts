import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ITEM_KINDS, type ItemKind } from '@smet/estimating';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsDefined,
  IsIn,
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
  ValidateIf,
} from 'class-validator';
import { PlainText } from '../../../../platform/http/plain-text.js';
import { MAX_VERSION } from '../../../../platform/http/version.js';

const MAX_BARCODES = 20;
const MAX_PICTURES = 20;
/** Printable ASCII without spaces: what any of the usual symbologies can say. */
const BARCODE = /^[!-~]{1,64}$/;
/** No spaces and no commas: codes stand in formulas and, with commas between them, in addresses. */
const CODE = /^[^\s,]{1,60}$/u;

/** What one may leave out when an item is made. A list that is there replaces the whole list. */
class ItemPartsDto {
  @ApiProperty({ type: String, required: false, nullable: true })
  @IsOptional()
  @PlainText()
  @IsString()
  @MaxLength(500)
  norm?: string | null;

  /** The first is the main one; a barcode belongs to one item. */
  @ApiProperty({ type: [String], required: false })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MAX_BARCODES)
  @ArrayUnique()
  @PlainText()
  @IsString({ each: true })
  @Matches(BARCODE, { each: true })
  barcodes?: string[];

  /** Ids of files brought with the purpose `picture`; the first is the main one. */
  @ApiProperty({ type: [String], required: false })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MAX_PICTURES)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  pictures?: string[];

  /** Own fields by their keys, only those that change; null takes a value away. */
  @ApiPropertyOptional({
    type: 'object',
    additionalProperties: { oneOf: [{ type: 'string' }, { type: 'number' }, { type: 'boolean' }], nullable: true },
  })
  @IsOptional()
  @IsObject()
  fields?: Record<string, unknown>;
}

export class CreateItemDto extends ItemPartsDto {
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  categoryId: string;

  /** Without spaces and commas, unique in the organization. */
  @PlainText()
  @IsString()
  @Matches(CODE)
  code: string;

  @PlainText()
  @IsString()
  @MinLength(1)
  @MaxLength(300)
  name: string;

  @PlainText()
  @IsString()
  @MinLength(1)
  @MaxLength(20)
  unit: string;

  @ApiProperty({ enum: ITEM_KINDS, enumName: 'ItemKind', required: false, default: 'material' })
  @IsOptional()
  @IsIn(ITEM_KINDS)
  kind?: ItemKind;
}

export class UpdateItemDto extends ItemPartsDto {
  /** The version the change was made on. */
  @ApiProperty({ type: 'integer' })
  @IsDefined()
  @IsInt()
  @Min(1)
  @Max(MAX_VERSION)
  version: number;

  @ApiProperty({ format: 'uuid', required: false })
  @ValidateIf((item: UpdateItemDto) => item.categoryId !== undefined)
  @IsUUID()
  categoryId?: string;

  /** Stays as it is while rules, templates or estimates call the item by it (409 ITEM.CODE_IN_USE). */
  @ApiProperty({ required: false })
  @ValidateIf((item: UpdateItemDto) => item.code !== undefined)
  @PlainText()
  @IsString()
  @Matches(CODE)
  code?: string;

  @ApiProperty({ required: false })
  @ValidateIf((item: UpdateItemDto) => item.name !== undefined)
  @PlainText()
  @IsString()
  @MinLength(1)
  @MaxLength(300)
  name?: string;

  @ApiProperty({ required: false })
  @ValidateIf((item: UpdateItemDto) => item.unit !== undefined)
  @PlainText()
  @IsString()
  @MinLength(1)
  @MaxLength(20)
  unit?: string;

  @ApiProperty({ enum: ITEM_KINDS, enumName: 'ItemKind', required: false })
  @ValidateIf((item: UpdateItemDto) => item.kind !== undefined)
  @IsIn(ITEM_KINDS)
  kind?: ItemKind;
}

export class ItemVersionDto {
  @ApiProperty({ type: 'integer' })
  @IsInt()
  @Min(1)
  @Max(MAX_VERSION)
  version: number;
}
