import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import { PageQuery } from '../../../platform/http/index.js';
import { PlainText } from '../../../platform/http/plain-text.js';

/** Each is backed by an index on orders; `-` means descending. */
export const ORDER_SORTS = [
  '-createdAt',
  'createdAt',
  '-number',
  'number',
  '-totalMinor',
  'totalMinor',
  '-updatedAt',
] as const;
export type OrderSort = (typeof ORDER_SORTS)[number];

export class ListOrdersQueryDto extends PageQuery {
  @ApiProperty({ enum: ORDER_SORTS, required: false, default: '-createdAt' })
  @IsOptional()
  @IsIn(ORDER_SORTS)
  sort?: OrderSort;

  @ApiProperty({ format: 'uuid', required: false })
  @IsOptional()
  @IsUUID()
  stageId?: string;

  @ApiProperty({ format: 'uuid', required: false })
  @IsOptional()
  @IsUUID()
  responsibleUserId?: string;

  @ApiProperty({ format: 'uuid', required: false })
  @IsOptional()
  @IsUUID()
  measurerUserId?: string;

  @ApiProperty({ format: 'uuid', required: false })
  @IsOptional()
  @IsUUID()
  clientId?: string;

  /** Order number, part of the address or of the client's name, digits of the phone. */
  @IsOptional()
  @PlainText()
  @IsString()
  @MaxLength(100)
  query?: string;
}
