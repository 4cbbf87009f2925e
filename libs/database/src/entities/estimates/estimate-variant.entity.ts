import { Check, Column, Entity, ForeignKey, Index, Unique } from 'typeorm';
import { BigIntColumn, IdColumn, IntegerColumn, TextColumn, UuidColumn } from '../columns.js';
import { EstimateVersion } from './estimate-version.entity.js';

@Entity('estimate_variants')
@Unique('uq_estimate_variants_organization_id_id', ['organizationId', 'id'])
@Index('ix_estimate_variants_version_id', ['organizationId', 'versionId', 'sort'])
@Index('uq_estimate_variants_current', ['organizationId', 'versionId'], { unique: true, where: 'is_current' })
@Check('ck_estimate_variants_discount_percent', 'discount_percent between 0 and 100')
@ForeignKey(() => EstimateVersion, ['organizationId', 'versionId'], ['organizationId', 'id'])
export class EstimateVariant {
  @IdColumn() id: string;
  @UuidColumn() organizationId: string;
  @UuidColumn() versionId: string;
  @TextColumn() name: string;
  @IntegerColumn({ default: 0 }) sort: number;
  @Column('boolean', { default: false }) isCurrent: boolean;
  /** Exact decimal, 0…100. */
  @Column('numeric', { precision: 5, scale: 2, default: 0 }) discountPercent: string;
  @BigIntColumn({ default: 0 }) grossMinor: number;
  @BigIntColumn({ default: 0 }) discountMinor: number;
  @BigIntColumn({ default: 0 }) toPayMinor: number;
  @BigIntColumn({ default: 0 }) prepaymentMinor: number;
  @BigIntColumn({ default: 0 }) costMinor: number;
}
