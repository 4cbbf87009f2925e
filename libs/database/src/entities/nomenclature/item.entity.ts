import { Entity, ForeignKey, Index, Unique } from 'typeorm';
import {
  CreatedAtColumn,
  IdColumn,
  LockColumn,
  TextColumn,
  TimeColumn,
  UpdatedAtColumn,
  UuidColumn,
} from '../columns.js';
import { Category } from './category.entity.js';

@Entity('items')
@Unique('uq_items_organization_id_id', ['organizationId', 'id'])
@Unique('uq_items_organization_id_code', ['organizationId', 'code'])
@Index('ix_items_name', ['organizationId', 'name', 'id'])
@Index('ix_items_category_id', ['organizationId', 'categoryId', 'name', 'id'])
@Index('ix_items_search', { synchronize: false })
@ForeignKey(() => Category, ['organizationId', 'categoryId'], ['organizationId', 'id'])
export class Item {
  @IdColumn() id: string;
  @UuidColumn() organizationId: string;
  @UuidColumn() categoryId: string;
  @TextColumn() code: string;
  @TextColumn() name: string;
  @TextColumn() unit: string;
  /** How much of it one needs, in the trade's words; describes stock, not billing. */
  @TextColumn({ nullable: true }) norm: string | null;
  @TimeColumn({ nullable: true }) archivedAt: Date | null;
  @LockColumn() version: number;
  @CreatedAtColumn() createdAt: Date;
  @UpdatedAtColumn() updatedAt: Date;
}
