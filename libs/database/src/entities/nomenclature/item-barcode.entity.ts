import { Entity, ForeignKey, Index, Unique } from 'typeorm';
import { IdColumn, IntegerColumn, TextColumn, UuidColumn } from '../columns.js';
import { Item } from './item.entity.js';

@Entity('item_barcodes')
@Unique('uq_item_barcodes_barcode', ['organizationId', 'barcode'])
@Index('ix_item_barcodes_item_id', ['organizationId', 'itemId', 'position'])
@ForeignKey(() => Item, ['organizationId', 'itemId'], ['organizationId', 'id'])
export class ItemBarcode {
  @IdColumn() id: string;
  @UuidColumn() organizationId: string;
  @UuidColumn() itemId: string;
  /** As the scanner reads it. */
  @TextColumn() barcode: string;
  @IntegerColumn({ default: 0 }) position: number;
}
