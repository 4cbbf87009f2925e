import { Check, Entity, ForeignKey, Unique } from 'typeorm';
import { CreatedAtColumn, IdColumn, IntegerColumn, oneOf, TextColumn, TimeColumn, UuidColumn } from '../columns.js';
import { PriceList } from '../nomenclature/price-list.entity.js';
import { Estimate } from './estimate.entity.js';

export const estimateStatuses = ['draft', 'issued'] as const;
export type EstimateStatus = (typeof estimateStatuses)[number];

/** A draft or an issued, frozen state of an estimate: its rule set and the moment its prices were taken at. */
@Entity('estimate_versions')
@Unique('uq_estimate_versions_organization_id_id', ['organizationId', 'id'])
@Unique('uq_estimate_versions_number', ['organizationId', 'estimateId', 'number'])
@Check('ck_estimate_versions_status', oneOf('status', estimateStatuses))
@Check('ck_estimate_versions_issued_at', `(status = 'issued') = (issued_at is not null)`)
@ForeignKey(() => Estimate, ['organizationId', 'estimateId'], ['organizationId', 'id'])
@ForeignKey(() => PriceList, ['organizationId', 'priceListId'], ['organizationId', 'id'])
@ForeignKey(() => PriceList, ['organizationId', 'costListId'], ['organizationId', 'id'])
export class EstimateVersion {
  @IdColumn() id: string;
  @UuidColumn() organizationId: string;
  @UuidColumn() estimateId: string;
  @IntegerColumn() number: number;
  @TextColumn() status: EstimateStatus;
  @TextColumn() ruleSetId: string;
  @IntegerColumn() ruleSetVersion: number;
  @UuidColumn() priceListId: string;
  @UuidColumn({ nullable: true }) costListId: string | null;
  @TimeColumn() pricedAt: Date;
  @TimeColumn({ nullable: true }) issuedAt: Date | null;
  @CreatedAtColumn() createdAt: Date;
}
