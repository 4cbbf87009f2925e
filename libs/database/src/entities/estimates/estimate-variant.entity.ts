import { Check, Entity, ForeignKey, Unique } from 'typeorm';
import { BigIntColumn, IdColumn, IntegerColumn, JsonColumn, TextColumn, UuidColumn } from '../columns.js';
import { EstimateVersion } from './estimate-version.entity.js';

/**
 * What the rooms of a version are made of and what that costs. The id is the variant's own for life: the same in every
 * version of its estimate, so that they can be compared.
 */
@Entity('estimate_variants')
@Unique('uq_estimate_variants_organization_id_version_id_id', ['organizationId', 'versionId', 'id'])
@Check('ck_estimate_variants_content', `jsonb_typeof(content) = 'object'`)
@ForeignKey(() => EstimateVersion, ['organizationId', 'versionId'], ['organizationId', 'id'])
export class EstimateVariant {
  @IdColumn() versionId: string;
  @IdColumn() id: string;
  @UuidColumn() organizationId: string;
  @TextColumn() name: string;
  @IntegerColumn({ default: 0 }) sort: number;
  /** As it was entered: VariantContent of @smet/estimating. */
  @JsonColumn() content: object;
  /** Surcharges and what lacks to the minimum order: Adjustment[]. */
  @JsonColumn() adjustments: unknown;
  /** What kept lines out when it was computed: EstimateProblem[]. */
  @JsonColumn() problems: unknown;
  @BigIntColumn({ default: 0 }) grossMinor: number;
  @BigIntColumn({ default: 0 }) discountMinor: number;
  @BigIntColumn({ default: 0 }) topUpMinor: number;
  @BigIntColumn({ default: 0 }) toPayMinor: number;
  /** {mode, ratePercent, amountMinor}; null without VAT. */
  @JsonColumn({ nullable: true }) vat: unknown;
  /** The schedule with its amounts. */
  @JsonColumn() payments: unknown;
  /** Null where not every line has a price of the kind; pay where no line has any. */
  @BigIntColumn({ nullable: true }) costMinor: number | null;
  @BigIntColumn({ nullable: true }) marginMinor: number | null;
  @BigIntColumn({ nullable: true }) payMinor: number | null;
  @BigIntColumn({ nullable: true }) dealerMinor: number | null;
  /** Of its rooms and lines, so that a save writes only those that changed; null: nobody has saved it since it came here. */
  @TextColumn({ nullable: true }) digest: string | null;
}
