import { ApiProperty } from '@nestjs/swagger';
import { ITEM_KINDS, type ItemKind } from '@smet/estimating';
import { IsInt, IsOptional, IsString, IsUUID, Max, MaxLength, Min, ValidateIf } from 'class-validator';
import { PageQuery } from '../../../../platform/http/index.js';
import { PlainText } from '../../../../platform/http/plain-text.js';
import { ItemCategoryDto } from '../../items/dto/item.dto.js';
import { IsMoment } from './dates.js';

/** Ten billion roubles; sums of whole lists stay safe integers. */
export const MAX_PRICE_MINOR = 1_000_000_000_000;

export class PricePersonDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  name: string;
}

/** A price that is not in force yet. */
export class PlannedPriceDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ type: 'integer' })
  amountMinor: number;

  @ApiProperty({ format: 'date-time' })
  validFrom: string;
}

/** An item in the table of one list. */
export class PriceRowDto {
  @ApiProperty({ format: 'uuid' })
  itemId: string;

  code: string;

  name: string;

  unit: string;

  @ApiProperty({ enum: ITEM_KINDS, enumName: 'ItemKind' })
  kind: ItemKind;

  @ApiProperty({ type: () => ItemCategoryDto })
  category: ItemCategoryDto;

  /** Of the price in force; null where the list has none for the item. */
  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  priceId: string | null;

  @ApiProperty({ type: 'integer', nullable: true })
  amountMinor: number | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  validFrom: string | null;

  /** The next one to come. */
  @ApiProperty({ type: () => PlannedPriceDto, nullable: true })
  planned: PlannedPriceDto | null;
}

export class PriceTableDto {
  @ApiProperty({ type: () => [PriceRowDto] })
  items: PriceRowDto[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;
}

export class PriceTableQueryDto extends PageQuery {
  /** Words of the name and of the code. */
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

  /** Prices as they are at this moment instead of now. */
  @ApiProperty({ format: 'date-time', required: false })
  @IsOptional()
  @IsMoment()
  at?: string;
}

export class PutPriceDto {
  @ApiProperty({ type: 'integer', minimum: 0, maximum: MAX_PRICE_MINOR })
  @IsInt()
  @Min(0)
  @Max(MAX_PRICE_MINOR)
  amountMinor: number;

  /**
   * The amount the person saw, in force at `validFrom`; null: there was none. When it is another one by now, the answer is
   * 409 PRICE.CHANGED with the current amount.
   */
  @ApiProperty({ type: 'integer', nullable: true })
  @ValidateIf((price: PutPriceDto) => price.seenMinor !== null)
  @IsInt()
  @Min(0)
  @Max(MAX_PRICE_MINOR)
  seenMinor: number | null;

  /** From when it holds, in the future; from now when missing. */
  @ApiProperty({ format: 'date-time', required: false })
  @IsOptional()
  @IsMoment()
  validFrom?: string;
}

/** A price an item had, has or will have. */
export class PriceHistoryEntryDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ format: 'uuid' })
  priceListId: string;

  @ApiProperty({ type: 'integer' })
  amountMinor: number;

  @ApiProperty({ format: 'date-time' })
  validFrom: string;

  @ApiProperty({ format: 'date-time' })
  createdAt: string;

  /** Null: it came with the system. */
  @ApiProperty({ type: () => PricePersonDto, nullable: true })
  createdBy: PricePersonDto | null;

  /** The mass change or the import it came with. */
  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  batchId: string | null;

  /** It was taken back, or another of the same moment replaced it. */
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  withdrawnAt: string | null;
}

export class PriceHistoryDto {
  /** Of all the lists the person may read, newest first. */
  @ApiProperty({ type: () => [PriceHistoryEntryDto] })
  items: PriceHistoryEntryDto[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;
}

export class PriceChangesQueryDto extends PageQuery {
  @ApiProperty({ format: 'date-time' })
  @IsMoment()
  from: string;

  @ApiProperty({ format: 'date-time' })
  @IsMoment()
  to: string;
}

/** An item whose price at the two moments is not the same. */
export class PriceChangeDto {
  @ApiProperty({ format: 'uuid' })
  itemId: string;

  code: string;

  name: string;

  unit: string;

  /** Null: it had no price in the list. */
  @ApiProperty({ type: 'integer', nullable: true })
  beforeMinor: number | null;

  @ApiProperty({ type: 'integer', nullable: true })
  afterMinor: number | null;

  /** How much it went up, a decimal with at most two places; null without a price before. */
  @ApiProperty({ type: String, nullable: true, example: '-4.5' })
  percent: string | null;
}

export class PriceChangePageDto {
  @ApiProperty({ type: () => [PriceChangeDto] })
  items: PriceChangeDto[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;
}
