import { ApiProperty } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsEmail,
  IsIn,
  IsOptional,
  IsString,
  MaxLength,
  MinLength,
} from 'class-validator';
import { PageQuery } from '../../../platform/http/index.js';
import { PlainText } from '../../../platform/http/plain-text.js';

export class CreateClientDto {
  @PlainText()
  @IsString()
  @MinLength(1)
  @MaxLength(200)
  name: string;

  @ApiProperty({ enum: ['person', 'company'], required: false, default: 'person' })
  @IsOptional()
  @IsIn(['person', 'company'])
  kind?: 'person' | 'company';

  /** As people type them; stored as E.164. A number belongs to one client of the organization. */
  @ApiProperty({ type: [String], example: ['8 999 123-45-67'] })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(10)
  @IsString({ each: true })
  @MaxLength(40, { each: true })
  phones: string[];

  @ApiProperty({ type: [String], required: false })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(10)
  @IsEmail({}, { each: true })
  @MaxLength(254, { each: true })
  emails?: string[];
}

export class ListClientsQueryDto extends PageQuery {
  /** Part of the name, or four and more digits of the phone. */
  @IsOptional()
  @PlainText()
  @IsString()
  @MaxLength(100)
  query?: string;
}

export class LookupClientQueryDto {
  /** As typed: `8 999 123-45-67`, `+7 (999) 1234567`. */
  @IsString()
  @MinLength(1)
  @MaxLength(40)
  phone: string;
}
