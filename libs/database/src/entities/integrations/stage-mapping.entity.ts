import { Entity, ForeignKey, Unique } from 'typeorm';
import { BigIntColumn, IdColumn, UuidColumn } from '../columns.js';
import { Stage } from '../orders/stage.entity.js';
import { Connection } from './connection.entity.js';

@Entity('stage_mappings')
@Unique('uq_stage_mappings_stage_id', ['organizationId', 'connectionId', 'stageId'])
@Unique('uq_stage_mappings_external_status_id', [
  'organizationId',
  'connectionId',
  'externalPipelineId',
  'externalStatusId',
])
@ForeignKey(() => Connection, ['organizationId', 'connectionId'], ['organizationId', 'id'])
@ForeignKey(() => Stage, ['organizationId', 'stageId'], ['organizationId', 'id'])
export class StageMapping {
  @IdColumn() id: string;
  @UuidColumn() organizationId: string;
  @UuidColumn() connectionId: string;
  @UuidColumn() stageId: string;
  @BigIntColumn() externalPipelineId: number;
  @BigIntColumn() externalStatusId: number;
}
