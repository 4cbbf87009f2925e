import { ApiProperty } from '@nestjs/swagger';

export const ITEM_USE_KINDS = ['rules', 'template', 'draft', 'issued', 'price-list'] as const;
export type ItemUseKind = (typeof ITEM_USE_KINDS)[number];

/** One place that names the item. */
export class ItemUseDto {
  /** Rules in force, a template, an estimate that is worked on, an issued one, a price list with a price of it. */
  @ApiProperty({ enum: ITEM_USE_KINDS })
  kind: ItemUseKind;

  /** Of the rule set ("R1"), the template, the estimate, the price list. */
  id: string;

  /** Its name; of an estimate the number of its order. */
  title: string;

  /** Of an estimate. */
  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  orderId: string | null;
}

export class ItemUsageDto {
  /** Rules, templates or estimates name it: it can be archived, not deleted, and keeps its code. */
  inUse: boolean;

  /** At most a few dozen of a kind. */
  @ApiProperty({ type: () => [ItemUseDto] })
  uses: ItemUseDto[];
}
