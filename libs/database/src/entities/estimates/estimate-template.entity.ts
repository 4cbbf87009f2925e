import { Check, Entity, ForeignKey, Index } from 'typeorm';
import { Membership } from '../access/membership.entity.js';
import { CreatedAtColumn, IdColumn, JsonColumn, oneOf, TextColumn, TimeColumn, UuidColumn } from '../columns.js';

export const estimateTemplateKinds = ['estimate', 'room'] as const;
export type EstimateTemplateKind = (typeof estimateTemplateKinds)[number];

/** What an estimate or a room can be begun from. */
@Entity('estimate_templates')
@Index('uq_estimate_templates_name', ['organizationId', 'kind', 'name'], { unique: true, where: 'deleted_at is null' })
@Check('ck_estimate_templates_kind', oneOf('kind', estimateTemplateKinds))
@Check('ck_estimate_templates_document', `jsonb_typeof(document) = 'object'`)
@ForeignKey(() => Membership, ['organizationId', 'createdBy'], ['organizationId', 'userId'])
export class EstimateTemplate {
  @IdColumn() id: string;
  @UuidColumn() organizationId: string;
  @TextColumn() kind: EstimateTemplateKind;
  @TextColumn() name: string;
  /** EstimateDraft or RoomInput of @smet/estimating. */
  @JsonColumn() document: object;
  @UuidColumn() createdBy: string;
  @CreatedAtColumn() createdAt: Date;
  @TimeColumn({ nullable: true }) deletedAt: Date | null;
}
