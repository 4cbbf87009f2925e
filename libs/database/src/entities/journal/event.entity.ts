import { Entity, ForeignKey, Index } from 'typeorm';
import { Organization } from '../access/organization.entity.js';
import { IdColumn, IntegerColumn, JsonColumn, TextColumn, TimeColumn, UuidColumn } from '../columns.js';

/** What happened, in the past tense; written in the change's transaction, never changed. */
@Entity('events')
@Index('ix_events_occurred_at', ['organizationId', 'occurredAt', 'id'])
@Index('ix_events_subject_id', ['organizationId', 'subjectType', 'subjectId', 'occurredAt'])
@ForeignKey(() => Organization, ['organizationId'], ['id'])
export class EventRecord {
  @IdColumn() id: string;
  @UuidColumn() organizationId: string;
  @TextColumn() type: string;
  @IntegerColumn() eventVersion: number;
  @TextColumn() subjectType: string;
  @UuidColumn() subjectId: string;
  @UuidColumn({ nullable: true }) actorUserId: string | null;
  @TextColumn({ nullable: true }) requestId: string | null;
  @JsonColumn() payload: unknown;
  @TimeColumn() occurredAt: Date;
}
