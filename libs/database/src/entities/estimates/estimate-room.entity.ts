import { Check, Entity, ForeignKey, Index, Unique } from 'typeorm';
import { IdColumn, IntegerColumn, JsonColumn, QuantityColumn, TextColumn, UuidColumn } from '../columns.js';
import { EstimateVariant } from './estimate-variant.entity.js';

@Entity('estimate_rooms')
@Unique('uq_estimate_rooms_organization_id_id', ['organizationId', 'id'])
@Index('ix_estimate_rooms_variant_id', ['organizationId', 'variantId', 'sort'])
@Check('ck_estimate_rooms_lights', 'spotlights >= 0 and chandeliers >= 0')
@ForeignKey(() => EstimateVariant, ['organizationId', 'variantId'], ['organizationId', 'id'])
export class EstimateRoom {
  @IdColumn() id: string;
  @UuidColumn() organizationId: string;
  @UuidColumn() variantId: string;
  @TextColumn() name: string;
  @IntegerColumn({ default: 0 }) sort: number;
  /** The readings as taken, a document with `schemaVersion`; see RoomShape of @smet/estimating. */
  @JsonColumn() shape: unknown;
  @IntegerColumn({ default: 0 }) spotlights: number;
  @IntegerColumn({ default: 0 }) chandeliers: number;
  /** Square metres and metres as billed, rounded by the rule set. */
  @QuantityColumn({ nullable: true }) billedArea: string | null;
  @QuantityColumn({ nullable: true }) billedPerimeter: string | null;
  @JsonColumn({ nullable: true }) measures: unknown;
}
