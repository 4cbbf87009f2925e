import { Check, Entity, ForeignKey, Unique } from 'typeorm';
import { IdColumn, IntegerColumn, oneOf, TextColumn, UuidColumn } from '../columns.js';
import { Pipeline } from './pipeline.entity.js';

export const stageKinds = ['open', 'won', 'lost'] as const;
export type StageKind = (typeof stageKinds)[number];

@Entity('stages')
@Unique('uq_stages_organization_id_id', ['organizationId', 'id'])
@Unique('uq_stages_organization_id_pipeline_id_id', ['organizationId', 'pipelineId', 'id'])
@Unique('uq_stages_code', ['organizationId', 'pipelineId', 'code'])
@Check('ck_stages_kind', oneOf('kind', stageKinds))
@ForeignKey(() => Pipeline, ['organizationId', 'pipelineId'], ['organizationId', 'id'])
export class Stage {
  @IdColumn() id: string;
  @UuidColumn() organizationId: string;
  @UuidColumn() pipelineId: string;
  @TextColumn() code: string;
  @TextColumn() name: string;
  @TextColumn() kind: StageKind;
  /** Name of a colour of the web's palette, for example `blue`. */
  @TextColumn() color: string;
  @IntegerColumn({ default: 0 }) sort: number;
}
