import { ApiProperty } from '@nestjs/swagger';
import { priceListKinds, type PriceListKind } from '@smet/database';
import { Transform } from 'class-transformer';
import {
  IsBoolean,
  IsDefined,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Max,
  MaxLength,
  Min,
  MinLength,
  ValidateIf,
} from 'class-validator';
import { PlainText } from '../../../../platform/http/plain-text.js';
import { MAX_VERSION } from '../../../../platform/http/version.js';
import { IsDay } from './dates.js';

/** Currencies with a hundred minor units that suppliers and clients of the trade pay in. */
export const PRICE_CURRENCIES = ['RUB', 'KZT', 'BYN', 'USD', 'EUR', 'CNY'] as const;
type PriceCurrency = (typeof PRICE_CURRENCIES)[number];

export class PriceListDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  name: string;

  /** What clients pay, what the firm pays for things, what dealers pay, what installers are paid. */
  @ApiProperty({ enum: priceListKinds })
  kind: PriceListKind;

  @ApiProperty({ example: 'RUB' })
  currency: string;

  /** New estimates are priced by the default list of its kind. */
  isDefault: boolean;

  /** First day it holds; null: from ever. */
  @ApiProperty({ type: String, format: 'date', nullable: true })
  validFrom: string | null;

  /** Last day it holds; null: for ever. */
  @ApiProperty({ type: String, format: 'date', nullable: true })
  validUntil: string | null;

  archived: boolean;

  @ApiProperty({ type: 'integer' })
  version: number;
}

export class PriceListListDto {
  @ApiProperty({ type: () => [PriceListDto] })
  items: PriceListDto[];
}

export class ListPriceListsQueryDto {
  /** Archived ones too. */
  @ApiProperty({ type: Boolean, required: false, default: false })
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value))
  @IsBoolean()
  archived?: boolean;
}

class ValidityDto {
  /** First day it holds; null: from ever. */
  @ApiProperty({ type: String, format: 'date', required: false, nullable: true })
  @IsOptional()
  @IsDay()
  validFrom?: string | null;

  /** Last day it holds; null: for ever. */
  @ApiProperty({ type: String, format: 'date', required: false, nullable: true })
  @IsOptional()
  @IsDay()
  validUntil?: string | null;
}

export class CreatePriceListDto extends ValidityDto {
  @PlainText()
  @IsString()
  @MinLength(1)
  @MaxLength(100)
  name: string;

  @ApiProperty({ enum: priceListKinds })
  @IsIn(priceListKinds)
  kind: PriceListKind;

  /** That of the organization when missing. */
  @ApiProperty({ enum: PRICE_CURRENCIES, required: false })
  @IsOptional()
  @IsIn(PRICE_CURRENCIES)
  currency?: PriceCurrency;
}

/** Kind and currency stay what they are: amounts mean nothing without them. */
export class UpdatePriceListDto extends ValidityDto {
  /** The version the change was made on. */
  @ApiProperty({ type: 'integer' })
  @IsDefined()
  @IsInt()
  @Min(1)
  @Max(MAX_VERSION)
  version: number;

  @ApiProperty({ required: false })
  @ValidateIf((list: UpdatePriceListDto) => list.name !== undefined)
  @PlainText()
  @IsString()
  @MinLength(1)
  @MaxLength(100)
  name?: string;

  /** Makes it the default of its kind instead of the one that is: a kind is never left without. */
  @ApiProperty({ enum: [true], required: false })
  @ValidateIf((list: UpdatePriceListDto) => list.isDefault !== undefined)
  @IsIn([true])
  isDefault?: true;

  @ApiProperty({ required: false })
  @ValidateIf((list: UpdatePriceListDto) => list.archived !== undefined)
  @IsBoolean()
  archived?: boolean;
}
