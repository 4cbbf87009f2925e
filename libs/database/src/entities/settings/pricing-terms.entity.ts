import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Organization } from '../access/organization.entity.js';
import { BigIntColumn, IntegerColumn, JsonColumn, LockColumn, oneOf, TextColumn, UpdatedAtColumn } from '../columns.js';

export const vatModes = ['none', 'included', 'on_top'] as const;
export type VatMode = (typeof vatModes)[number];
export const vatRegimes = ['standard', 'reduced5', 'reduced7'] as const;
export type VatRegime = (typeof vatRegimes)[number];

/** How an organization asks for its money; one that has no row yet works by the defaults. */
@Entity('pricing_terms')
@Check('ck_pricing_terms_minimum_order_minor', 'minimum_order_minor >= 0')
@Check('ck_pricing_terms_vat_mode', oneOf('vat_mode', vatModes))
@Check('ck_pricing_terms_vat_regime', oneOf('vat_regime', vatRegimes))
@Check('ck_pricing_terms_valid_days', 'valid_days > 0')
@ForeignKey(() => Organization, ['organizationId'], ['id'])
export class PricingTermsRow {
  @PrimaryColumn('uuid') organizationId: string;
  @BigIntColumn() minimumOrderMinor: number;
  /** Ids of categories, an array. Those of categories that are gone mean nothing. */
  @JsonColumn() excludedCategoryIds: string[];
  @JsonColumn() rounding: object;
  @TextColumn() vatMode: VatMode;
  @TextColumn() vatRegime: VatRegime;
  @JsonColumn() schedule: object[];
  /** Percent by role. */
  @Column('jsonb') discountLimits: Record<string, number>;
  @IntegerColumn() validDays: number;
  @LockColumn() version: number;
  @UpdatedAtColumn() updatedAt: Date;
}
