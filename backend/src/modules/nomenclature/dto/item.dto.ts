import { ApiProperty } from '@nestjs/swagger';

export class ItemCategoryDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  name: string;
}

export class ItemDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  code: string;

  name: string;

  unit: string;

  @ApiProperty({ type: () => ItemCategoryDto })
  category: ItemCategoryDto;

  /** Sale price in minor units, of the default list now or as the given estimate bills it; null when there is none. */
  @ApiProperty({ type: 'integer', nullable: true })
  priceMinor: number | null;

  /** Purchase price in minor units; present only for people with `cost:read`. */
  @ApiProperty({ type: 'integer', nullable: true, required: false })
  costMinor?: number | null;
}

export class ItemPageDto {
  @ApiProperty({ type: () => [ItemDto] })
  items: ItemDto[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;
}
