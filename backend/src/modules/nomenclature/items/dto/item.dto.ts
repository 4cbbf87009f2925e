import { ApiProperty } from '@nestjs/swagger';
import { ITEM_KINDS, type ItemKind } from '@smet/estimating';

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

  /** A thing, the firm's own work, or something done beside it. */
  @ApiProperty({ enum: ITEM_KINDS, enumName: 'ItemKind' })
  kind: ItemKind;

  @ApiProperty({ type: () => ItemCategoryDto })
  category: ItemCategoryDto;

  /** How much of it one needs, in the trade's words. */
  @ApiProperty({ type: String, nullable: true })
  norm: string | null;

  /** Own fields by their keys; only those that have a value. */
  @ApiProperty({
    type: 'object',
    additionalProperties: { oneOf: [{ type: 'string' }, { type: 'number' }, { type: 'boolean' }] },
  })
  fields: Record<string, string | number | boolean>;

  /** As the scanner reads them, the main one first. */
  @ApiProperty({ type: [String] })
  barcodes: string[];

  /** Ids of the files of its pictures (`GET /files/{id}`), the main one first. */
  @ApiProperty({ type: [String] })
  pictures: string[];

  /** Active items are offered, archived ones only go on where they are used, deleted ones lie in the trash. */
  @ApiProperty({ enum: ['active', 'archived', 'deleted'] })
  state: 'active' | 'archived' | 'deleted';

  @ApiProperty({ type: 'integer' })
  version: number;

  @ApiProperty({ format: 'date-time' })
  updatedAt: string;

  /** Sale price in minor units, of the default list now or as the given estimate bills it; null when there is none. */
  @ApiProperty({ type: 'integer', nullable: true })
  priceMinor: number | null;

  /** What a dealer pays, in minor units; present only for people with `dealer-price:read`. */
  @ApiProperty({ type: 'integer', nullable: true, required: false })
  dealerMinor?: number | null;

  /** What a unit costs, purchase and pay together, in minor units; present only for people with `cost:read`. */
  @ApiProperty({ type: 'integer', nullable: true, required: false })
  costMinor?: number | null;

  /** The installer's pay, a part of the cost; present only for people with `cost:read`. */
  @ApiProperty({ type: 'integer', nullable: true, required: false })
  payMinor?: number | null;
}

export class ItemPageDto {
  @ApiProperty({ type: () => [ItemDto] })
  items: ItemDto[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;
}
