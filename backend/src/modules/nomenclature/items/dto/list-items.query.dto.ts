import { ApiProperty } from '@nestjs/swagger';
import { ITEM_KINDS, type ItemKind } from '@smet/estimating';
import { Transform } from 'class-transformer';
import { ArrayMaxSize, IsIn, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import { PageQuery } from '../../../../platform/http/index.js';
import { PlainText } from '../../../../platform/http/plain-text.js';
import { FieldFiltersQuery } from '../../../custom-fields/index.js';

const MAX_CODES = 300;
const MAX_CODE = 60;

export const ITEM_SORTS = ['name', '-name', 'code', '-code', 'updatedAt', '-updatedAt'] as const;
export type ItemSort = (typeof ITEM_SORTS)[number];
export const ITEM_STATES = ['active', 'archived', 'deleted'] as const;
export type ItemState = (typeof ITEM_STATES)[number];

export class ListItemsQueryDto extends PageQuery {
  /** Words of the name and of the code (misspelt ones too), or a whole barcode. */
  @IsOptional()
  @PlainText()
  @IsString()
  @MaxLength(100)
  query?: string;

  /** Items of this category and of those below it. */
  @ApiProperty({ format: 'uuid', required: false })
  @IsOptional()
  @IsUUID()
  categoryId?: string;

  @ApiProperty({ enum: ITEM_KINDS, enumName: 'ItemKind', required: false })
  @IsOptional()
  @IsIn(ITEM_KINDS)
  kind?: ItemKind;

  @IsOptional()
  @PlainText()
  @IsString()
  @MaxLength(64)
  barcode?: string;

  /** Those in the trash are shown to people with `nomenclature:edit`. */
  @ApiProperty({ enum: ITEM_STATES, required: false, default: 'active' })
  @IsOptional()
  @IsIn(ITEM_STATES)
  state?: ItemState;

  @FieldFiltersQuery()
  field?: Record<string, string>;

  /** Items with these codes only, with commas between them. */
  @ApiProperty({ type: String, required: false, maxLength: MAX_CODES * (MAX_CODE + 1) })
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.split(',') : value))
  @ArrayMaxSize(MAX_CODES)
  @PlainText()
  @IsString({ each: true })
  @MaxLength(MAX_CODE, { each: true })
  codes?: string[];

  /** Prices as this estimate bills them: of its lists, at the time it was priced. Default lists now without it. */
  @ApiProperty({ format: 'uuid', required: false })
  @IsOptional()
  @IsUUID()
  estimateId?: string;

  @ApiProperty({ enum: ITEM_SORTS, required: false, default: 'name' })
  @IsOptional()
  @IsIn(ITEM_SORTS)
  sort?: ItemSort;
}
