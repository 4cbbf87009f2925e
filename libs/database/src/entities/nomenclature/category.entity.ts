import { Entity, ForeignKey, Index, Unique } from 'typeorm';
import { Organization } from '../access/organization.entity.js';
import {
  CreatedAtColumn,
  IdColumn,
  IntegerColumn,
  LockColumn,
  TextColumn,
  UpdatedAtColumn,
  UuidColumn,
} from '../columns.js';

@Entity('categories')
@Unique('uq_categories_organization_id_id', ['organizationId', 'id'])
@Index('uq_categories_name', { synchronize: false })
@Index('ix_categories_parent_id', ['organizationId', 'parentId'])
@ForeignKey(() => Organization, ['organizationId'], ['id'])
@ForeignKey(() => Category, ['organizationId', 'parentId'], ['organizationId', 'id'])
export class Category {
  @IdColumn() id: string;
  @UuidColumn() organizationId: string;
  @UuidColumn({ nullable: true }) parentId: string | null;
  @TextColumn() name: string;
  /** Its place among those with the same parent. */
  @IntegerColumn({ default: 0 }) sort: number;
  @LockColumn() version: number;
  @CreatedAtColumn() createdAt: Date;
  @UpdatedAtColumn() updatedAt: Date;
}
