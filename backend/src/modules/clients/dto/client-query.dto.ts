import { ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsBoolean, IsEmail, IsIn, IsOptional, IsString, IsUUID, MaxLength, MinLength } from 'class-validator';
import { PageQuery } from '../../../platform/http/index.js';
import { PlainText } from '../../../platform/http/plain-text.js';
import { FieldFiltersQuery } from '../../custom-fields/index.js';

export const CLIENT_SORTS = ['name', '-name', 'createdAt', '-createdAt', 'updatedAt', '-updatedAt'] as const;
export type ClientSort = (typeof CLIENT_SORTS)[number];

export class ListClientsQueryDto extends PageQuery {
  /** Words of the name (misspelt ones too), of an address, four and more digits of a phone, a part of the e-mail. */
  @IsOptional()
  @PlainText()
  @IsString()
  @MaxLength(100)
  query?: string;

  @ApiProperty({ format: 'uuid', required: false })
  @IsOptional()
  @IsUUID()
  tag?: string;

  @IsOptional()
  @PlainText()
  @IsString()
  @MinLength(1)
  @MaxLength(100)
  source?: string;

  @ApiProperty({ format: 'uuid', required: false })
  @IsOptional()
  @IsUUID()
  responsibleUserId?: string;

  @ApiProperty({ enum: ['person', 'company'], required: false })
  @IsOptional()
  @IsIn(['person', 'company'])
  kind?: 'person' | 'company';

  @FieldFiltersQuery()
  field?: Record<string, string>;

  /** What is in the trash instead of what is not; asks for the permission `client:delete`. */
  @ApiProperty({ type: Boolean, required: false, default: false })
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value))
  @IsBoolean()
  trash?: boolean;

  @ApiProperty({ enum: CLIENT_SORTS, required: false, default: 'name' })
  @IsOptional()
  @IsIn(CLIENT_SORTS)
  sort?: ClientSort;
}

export class LookupClientQueryDto {
  /** As typed: `8 999 123-45-67`, `+7 (999) 1234567`. */
  @IsString()
  @MinLength(1)
  @MaxLength(40)
  phone: string;
}

/** What was typed of a new client so far; at least one of the three. */
export class DuplicatesQueryDto {
  /** As typed; while it is no number yet it is passed over. */
  @IsOptional()
  @IsString()
  @MaxLength(40)
  phone?: string;

  @IsOptional()
  @IsEmail()
  @MaxLength(254)
  email?: string;

  @IsOptional()
  @PlainText()
  @IsString()
  @MaxLength(200)
  name?: string;

  /** The client that is being changed: it is no duplicate of itself. */
  @ApiProperty({ format: 'uuid', required: false })
  @IsOptional()
  @IsUUID()
  exceptId?: string;
}
