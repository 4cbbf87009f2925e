import { Check, Entity, ForeignKey, Index } from 'typeorm';
import { Organization } from '../access/organization.entity.js';
import { IdColumn, JsonColumn, oneOf, TextColumn, TimeColumn, UuidColumn } from '../columns.js';

export const actorKinds = ['user', 'system', 'client'] as const;
export type ActorKind = (typeof actorKinds)[number];

/** Who changed what; the application role may only add and read. */
@Entity('audit_log')
@Index('ix_audit_log_occurred_at', ['organizationId', 'occurredAt', 'id'])
@Index('ix_audit_log_entity_id', ['organizationId', 'entityType', 'entityId', 'occurredAt'])
@Check('ck_audit_log_actor_kind', oneOf('actor_kind', actorKinds))
@ForeignKey(() => Organization, ['organizationId'], ['id'])
export class AuditRecord {
  @IdColumn() id: string;
  @UuidColumn() organizationId: string;
  @UuidColumn({ nullable: true }) actorUserId: string | null;
  @TextColumn() actorKind: ActorKind;
  @TextColumn() action: string;
  @TextColumn() entityType: string;
  @UuidColumn({ nullable: true }) entityId: string | null;
  @JsonColumn({ nullable: true }) changes: unknown;
  @TextColumn({ nullable: true }) requestId: string | null;
  @TimeColumn() occurredAt: Date;
}
