import { Check, Entity, ForeignKey, Index, Unique } from 'typeorm';
import { IdColumn, IntegerColumn, JsonColumn, QuantityColumn, TextColumn, UuidColumn } from '../columns.js';
import { EstimateVariant } from './estimate-variant.entity.js';

/** The id is the room's own for life: the same in every variant and version of its estimate, so that they can be compared. */
@Entity('estimate_rooms')
@Unique('uq_estimate_rooms_organization_id_variant_id_id', ['organizationId', 'variantId', 'id'])
@Index('ix_estimate_rooms_variant_id', ['organizationId', 'variantId', 'sort'])
@Check('ck_estimate_rooms_lights', 'spotlights >= 0 and chandeliers >= 0')
@Check('ck_estimate_rooms_plan', `jsonb_typeof(plan) = 'object'`)
@ForeignKey(() => EstimateVariant, ['organizationId', 'variantId'], ['organizationId', 'id'])
export class EstimateRoom {
  @IdColumn() variantId: string;
  @IdColumn() id: string;
  @UuidColumn() organizationId: string;
  @TextColumn() name: string;
  @IntegerColumn({ default: 0 }) sort: number;
  /** The readings as taken, a document with `schemaVersion`; see RoomShape of @smet/estimating. */
  @JsonColumn() shape: unknown;
  /** What is decided beside the shape, a document with `schemaVersion`; see RoomPlan of @smet/estimating. */
  @JsonColumn({ nullable: true }) plan: unknown;
  @IntegerColumn({ default: 0 }) spotlights: number;
  @IntegerColumn({ default: 0 }) chandeliers: number;
  /** Square metres and metres as billed, rounded by the rule set. */
  @QuantityColumn({ nullable: true }) billedArea: string | null;
  @QuantityColumn({ nullable: true }) billedPerimeter: string | null;
  @JsonColumn({ nullable: true }) measures: unknown;
}
