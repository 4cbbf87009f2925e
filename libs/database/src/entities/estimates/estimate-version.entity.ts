import { Check, Column, Entity, ForeignKey, Unique } from 'typeorm';
import { Membership } from '../access/membership.entity.js';
import {
  CreatedAtColumn,
  IdColumn,
  IntegerColumn,
  JsonColumn,
  oneOf,
  TextColumn,
  TimeColumn,
  UuidColumn,
} from '../columns.js';
import { PriceList } from '../nomenclature/price-list.entity.js';
import { Estimate } from './estimate.entity.js';

export const estimateStatuses = ['draft', 'issued'] as const;
export type EstimateStatus = (typeof estimateStatuses)[number];

/**
 * A draft or an issued, frozen state of an estimate: its rule set, its terms and the moment its prices were taken at.
 * What the client accepted is one of its variants.
 */
@Entity('estimate_versions')
@Unique('uq_estimate_versions_organization_id_id', ['organizationId', 'id'])
@Unique('uq_estimate_versions_number', ['organizationId', 'estimateId', 'number'])
@Check('ck_estimate_versions_status', oneOf('status', estimateStatuses))
@Check('ck_estimate_versions_issued_at', `(status = 'issued') = (issued_at is not null)`)
@Check(
  'ck_estimate_versions_issued',
  `status <> 'issued' or (content_hash is not null and price_book is not null and presented is not null)`,
)
@Check('ck_estimate_versions_terms', `jsonb_typeof(terms) = 'object'`)
@Check(
  'ck_estimate_versions_accepted_at',
  `(accepted_at is null) = (accepted_variant_id is null) and (accepted_at is null or status = 'issued')`,
)
@ForeignKey(() => Estimate, ['organizationId', 'estimateId'], ['organizationId', 'id'])
@ForeignKey(() => PriceList, ['organizationId', 'priceListId'], ['organizationId', 'id'])
@ForeignKey(() => PriceList, ['organizationId', 'costListId'], ['organizationId', 'id'])
@ForeignKey(() => PriceList, ['organizationId', 'payListId'], ['organizationId', 'id'])
@ForeignKey(() => PriceList, ['organizationId', 'dealerListId'], ['organizationId', 'id'])
@ForeignKey(() => Membership, ['organizationId', 'issuedBy'], ['organizationId', 'userId'])
// By name: the two point at each other. They are written together, and the current one is checked when both are there.
@ForeignKey('EstimateVariant', ['organizationId', 'id', 'currentVariantId'], ['organizationId', 'versionId', 'id'], {
  deferrable: 'INITIALLY DEFERRED',
})
@ForeignKey('EstimateVariant', ['organizationId', 'id', 'acceptedVariantId'], ['organizationId', 'versionId', 'id'])
export class EstimateVersion {
  @IdColumn() id: string;
  @UuidColumn() organizationId: string;
  @UuidColumn() estimateId: string;
  @IntegerColumn() number: number;
  @TextColumn() status: EstimateStatus;
  @TextColumn() ruleSetId: string;
  @IntegerColumn() ruleSetVersion: number;
  /** MoneyTerms of @smet/estimating, as they were when the estimate was priced. */
  @JsonColumn() terms: object;
  @UuidColumn() priceListId: string;
  @UuidColumn({ nullable: true }) costListId: string | null;
  /** What installers are paid by. */
  @UuidColumn({ nullable: true }) payListId: string | null;
  @UuidColumn({ nullable: true }) dealerListId: string | null;
  @TimeColumn() pricedAt: Date;
  /** The one that counts until the client accepts another. */
  @UuidColumn() currentVariantId: string;
  @TimeColumn({ nullable: true }) issuedAt: Date | null;
  @UuidColumn({ nullable: true }) issuedBy: string | null;
  /** The last day of an offer. */
  @Column('date', { nullable: true }) validUntil: string | null;
  /** SHA-256 of everything the client is shown, hexadecimal. */
  @TextColumn({ nullable: true }) contentHash: string | null;
  /** The prices of an issued version, so that a change of lists cannot reach it; a draft reads them from its lists. */
  @JsonColumn({ nullable: true }) priceBook: unknown;
  /** What an issued version says beside its lines: both parties, conditions, title, tolerances. */
  @JsonColumn({ nullable: true }) presented: unknown;
  @UuidColumn({ nullable: true }) acceptedVariantId: string | null;
  @TimeColumn({ nullable: true }) acceptedAt: Date | null;
  /** Name of the person who accepted, as they gave it. */
  @TextColumn({ nullable: true }) acceptedBy: string | null;
  @CreatedAtColumn() createdAt: Date;
}
