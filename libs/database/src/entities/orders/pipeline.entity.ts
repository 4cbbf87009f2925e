import { Column, Entity, ForeignKey, Index, Unique } from 'typeorm';
import { Organization } from '../access/organization.entity.js';
import { IdColumn, IntegerColumn, TextColumn, UuidColumn } from '../columns.js';

@Entity('pipelines')
@Unique('uq_pipelines_organization_id_id', ['organizationId', 'id'])
@Index('uq_pipelines_default', ['organizationId'], { unique: true, where: 'is_default' })
@ForeignKey(() => Organization, ['organizationId'], ['id'])
export class Pipeline {
  @IdColumn() id: string;
  @UuidColumn() organizationId: string;
  @TextColumn() name: string;
  @IntegerColumn({ default: 0 }) sort: number;
  @Column('boolean', { default: false }) isDefault: boolean;
}
