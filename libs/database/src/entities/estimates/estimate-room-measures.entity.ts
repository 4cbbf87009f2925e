import { Entity, ForeignKey, Unique } from 'typeorm';
import { BigIntColumn, IdColumn, JsonColumn, QuantityColumn, UuidColumn } from '../columns.js';
import { EstimateRoom } from './estimate-room.entity.js';
import { EstimateVariant } from './estimate-variant.entity.js';

/** What a room measures in a variant: its film decides the roll, the seams and the shrink. */
@Entity('estimate_room_measures')
@Unique('uq_estimate_room_measures_room_id', ['organizationId', 'versionId', 'variantId', 'roomId'])
@ForeignKey(
  () => EstimateVariant,
  ['organizationId', 'versionId', 'variantId'],
  ['organizationId', 'versionId', 'id'],
  {
    onDelete: 'CASCADE',
  },
)
@ForeignKey(() => EstimateRoom, ['organizationId', 'versionId', 'roomId'], ['organizationId', 'versionId', 'id'], {
  onDelete: 'CASCADE',
})
export class EstimateRoomMeasures {
  @IdColumn() versionId: string;
  @IdColumn() variantId: string;
  @IdColumn() roomId: string;
  @UuidColumn() organizationId: string;
  /** Square metres and metres as billed, rounded by the rule set. */
  @QuantityColumn() billedArea: string;
  @QuantityColumn() billedPerimeter: string;
  @BigIntColumn() subtotalMinor: number;
  /** RoomMeasures of @smet/estimating. */
  @JsonColumn() measures: unknown;
}
