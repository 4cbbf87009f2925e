import { Entity, ForeignKey, Index, Unique } from 'typeorm';
import { IdColumn, IntegerColumn, UuidColumn } from '../columns.js';
import { StoredFile } from '../files/file.entity.js';
import { Item } from './item.entity.js';

@Entity('item_pictures')
@Unique('uq_item_pictures_file_id', ['organizationId', 'itemId', 'fileId'])
@Index('ix_item_pictures_file_id', ['organizationId', 'fileId'])
@ForeignKey(() => Item, ['organizationId', 'itemId'], ['organizationId', 'id'])
@ForeignKey(() => StoredFile, ['organizationId', 'fileId'], ['organizationId', 'id'])
export class ItemPicture {
  @IdColumn() id: string;
  @UuidColumn() organizationId: string;
  @UuidColumn() itemId: string;
  /** Of a file that was brought as a picture. */
  @UuidColumn() fileId: string;
  @IntegerColumn({ default: 0 }) position: number;
}
