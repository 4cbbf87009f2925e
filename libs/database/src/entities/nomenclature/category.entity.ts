import { Entity, ForeignKey, Index, Unique } from 'typeorm';
import { Organization } from '../access/organization.entity.js';
import { IdColumn, IntegerColumn, TextColumn, UuidColumn } from '../columns.js';

@Entity('categories')
@Unique('uq_categories_organization_id_id', ['organizationId', 'id'])
@Index('ix_categories_parent_id', ['organizationId', 'parentId'])
@ForeignKey(() => Organization, ['organizationId'], ['id'])
@ForeignKey(() => Category, ['organizationId', 'parentId'], ['organizationId', 'id'])
export class Category {
  @IdColumn() id: string;
  @UuidColumn() organizationId: string;
  @UuidColumn({ nullable: true }) parentId: string | null;
  @TextColumn() name: string;
  @IntegerColumn({ default: 0 }) sort: number;
}
