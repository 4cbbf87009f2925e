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
import { PlainText } from '../../../platform/http/plain-text.js';
import { MAX_VERSION } from '../../../platform/http/version.js';

/** Either `id` of a known client, or `phone` and `name`: then the client is found by the phone or made. */
export class OrderClientInputDto {
  @ApiProperty({ format: 'uuid', required: false })
  @IsOptional()
  @IsUUID()
  id?: string;

  /** As typed; stored as E.164. Required without `id`. */
  @ApiProperty({ required: false, example: '8 999 123-45-67' })
  @ValidateIf((client: OrderClientInputDto) => client.id === undefined || client.phone !== undefined)
  @IsString()
  @MinLength(1)
  @MaxLength(40)
  phone?: string;

  /** Name for a client that has to be made; a client found by the phone keeps its own. Required without `id`. */
  @ApiProperty({ required: false })
  @ValidateIf((client: OrderClientInputDto) => client.id === undefined || client.name !== undefined)
  @PlainText()
  @IsString()
  @MinLength(1)
  @MaxLength(200)
  name?: string;
}

export class CreateOrderDto {
  @ApiProperty({ type: () => OrderClientInputDto })
  @IsDefined()
  @IsObject()
  @ValidateNested()
  @Type(() => OrderClientInputDto)
  client: OrderClientInputDto;

  @PlainText()
  @IsString()
  @MinLength(1)
  @MaxLength(500)
  address: string;

  @ApiProperty({ format: 'uuid', required: false })
  @IsOptional()
  @IsUUID()
  measurerUserId?: string;

  @IsOptional()
  @PlainText()
  @IsString()
  @MaxLength(5000)
  comment?: string;
}

export class UpdateOrderDto {
  /** The version the change was made on. */
  @ApiProperty({ type: 'integer' })
  @IsInt()
  @Min(1)
  @Max(MAX_VERSION)
  version: number;

  @ApiProperty({ required: false })
  @ValidateIf((order: UpdateOrderDto) => order.address !== undefined)
  @PlainText()
  @IsString()
  @MinLength(1)
  @MaxLength(500)
  address?: string;

  /** null empties the field. */
  @ApiProperty({ type: String, required: false, nullable: true })
  @IsOptional()
  @PlainText()
  @IsString()
  @MaxLength(5000)
  comment?: string | null;

  /** null takes the measurer off the order. */
  @ApiProperty({ type: String, format: 'uuid', required: false, nullable: true })
  @IsOptional()
  @IsUUID()
  measurerUserId?: string | null;

  @ApiProperty({ type: String, format: 'uuid', required: false, nullable: true })
  @IsOptional()
  @IsUUID()
  responsibleUserId?: string | null;
}

export class ChangeStageDto {
  /** The version the change was made on. */
  @ApiProperty({ type: 'integer' })
  @IsInt()
  @Min(1)
  @Max(MAX_VERSION)
  version: number;

  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  stageId: string;
}
