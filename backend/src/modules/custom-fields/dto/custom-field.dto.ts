import { ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
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
import { PlainText } from '../../../platform/http/plain-text.js';
import { MAX_VERSION } from '../../../platform/http/version.js';

const SUBJECTS = ['client', 'item'] as const;
const TYPES = ['text', 'number', 'date', 'boolean', 'choice'] as const;
const MAX_OPTIONS = 100;
const MAX_POSITION = 1000;

export class CustomFieldDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ enum: SUBJECTS })
  subject: (typeof SUBJECTS)[number];

  /** How the value is named in `fields`; never changes. */
  @ApiProperty({ example: 'roll_width' })
  key: string;

  name: string;

  @ApiProperty({ enum: TYPES })
  type: (typeof TYPES)[number];

  /** What may be chosen; null unless the type is `choice`. */
  @ApiProperty({ type: [String], nullable: true })
  options: string[] | null;

  @ApiProperty({ type: String, nullable: true, example: 'мм' })
  unit: string | null;

  /** Categories whose items it is offered for, those below included; null: for all. */
  @ApiProperty({ type: [String], nullable: true })
  categoryIds: string[] | null;

  @ApiProperty({ type: 'integer' })
  position: number;

  /** Not offered any more; values that are there stay. */
  archived: boolean;

  @ApiProperty({ type: 'integer' })
  version: number;
}

export class CustomFieldListDto {
  @ApiProperty({ type: () => [CustomFieldDto] })
  items: CustomFieldDto[];
}

export class ListCustomFieldsQueryDto {
  @ApiProperty({ enum: SUBJECTS })
  @IsIn(SUBJECTS)
  subject: (typeof SUBJECTS)[number];

  /** Also those that are not offered any more. */
  @ApiProperty({ type: Boolean, required: false, default: false })
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value))
  @IsBoolean()
  archived?: boolean;
}

export class CreateCustomFieldDto {
  @ApiProperty({ enum: SUBJECTS })
  @IsIn(SUBJECTS)
  subject: (typeof SUBJECTS)[number];

  /** Made of the name when missing. */
  @ApiProperty({ required: false, example: 'roll_width' })
  @IsOptional()
  @Matches(/^[a-z][a-z0-9_]{0,39}$/)
  key?: string;

  @PlainText()
  @IsString()
  @MinLength(1)
  @MaxLength(80)
  name: string;

  @ApiProperty({ enum: TYPES })
  @IsIn(TYPES)
  type: (typeof TYPES)[number];

  /** Of a choice, and only of it. */
  @ApiProperty({ type: [String], required: false })
  @ValidateIf((field: CreateCustomFieldDto) => field.type === 'choice' || field.options !== undefined)
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MAX_OPTIONS)
  @ArrayUnique()
  @IsString({ each: true })
  @MinLength(1, { each: true })
  @MaxLength(100, { each: true })
  options?: string[];

  @IsOptional()
  @PlainText()
  @IsString()
  @MaxLength(20)
  unit?: string;

  @ApiProperty({ type: [String], required: false, nullable: true })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MAX_OPTIONS)
  @IsUUID(undefined, { each: true })
  categoryIds?: string[] | null;
}

export class UpdateCustomFieldDto {
  /** The version the change was made on. */
  @ApiProperty({ type: 'integer' })
  @IsInt()
  @Min(1)
  @Max(MAX_VERSION)
  version: number;

  @ApiProperty({ required: false })
  @ValidateIf((field: UpdateCustomFieldDto) => field.name !== undefined)
  @PlainText()
  @IsString()
  @MinLength(1)
  @MaxLength(80)
  name?: string;

  /** Values that were chosen before and are not offered any more stay as they are. */
  @ApiProperty({ type: [String], required: false })
  @ValidateIf((field: UpdateCustomFieldDto) => field.options !== undefined)
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MAX_OPTIONS)
  @ArrayUnique()
  @IsString({ each: true })
  @MinLength(1, { each: true })
  @MaxLength(100, { each: true })
  options?: string[];

  @ApiProperty({ type: String, required: false, nullable: true })
  @IsOptional()
  @PlainText()
  @IsString()
  @MaxLength(20)
  unit?: string | null;

  @ApiProperty({ type: [String], required: false, nullable: true })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MAX_OPTIONS)
  @IsUUID(undefined, { each: true })
  categoryIds?: string[] | null;

  @ApiProperty({ type: 'integer', required: false })
  @ValidateIf((field: UpdateCustomFieldDto) => field.position !== undefined)
  @IsInt()
  @Min(0)
  @Max(MAX_POSITION)
  position?: number;

  /** false brings it back. */
  @ApiProperty({ type: Boolean, required: false })
  @ValidateIf((field: UpdateCustomFieldDto) => field.archived !== undefined)
  @IsBoolean()
  archived?: boolean;
}
