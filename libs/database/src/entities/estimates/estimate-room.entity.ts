import { Check, Entity, ForeignKey, Unique } from 'typeorm';
import { IdColumn, IntegerColumn, JsonColumn, TextColumn, UuidColumn } from '../columns.js';
import { EstimateVersion } from './estimate-version.entity.js';

/** Measured once, for all variants. The id is the room's own for life, the same in every version of its estimate. */
@Entity('estimate_rooms')
@Unique('uq_estimate_rooms_organization_id_version_id_id', ['organizationId', 'versionId', 'id'])
@Check('ck_estimate_rooms_lights', 'spotlights >= 0 and chandeliers >= 0')
@Check('ck_estimate_rooms_plan', `jsonb_typeof(plan) = 'object'`)
@ForeignKey(() => EstimateVersion, ['organizationId', 'versionId'], ['organizationId', 'id'])
export class EstimateRoom {
  @IdColumn() versionId: string;
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
}
