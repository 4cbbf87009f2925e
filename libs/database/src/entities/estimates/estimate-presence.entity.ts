import { Entity, ForeignKey, Index } from 'typeorm';
import { Membership } from '../access/membership.entity.js';
import { IdColumn, TimeColumn, UuidColumn } from '../columns.js';
import { Estimate } from './estimate.entity.js';

/** Who has an estimate open: seen lately. */
@Entity('estimate_presence')
@Index('ix_estimate_presence_seen_at', ['seenAt'])
@ForeignKey(() => Estimate, ['organizationId', 'estimateId'], ['organizationId', 'id'])
@ForeignKey(() => Membership, ['organizationId', 'userId'], ['organizationId', 'userId'])
export class EstimatePresence {
  @IdColumn() estimateId: string;
  @IdColumn() userId: string;
  @UuidColumn() organizationId: string;
  @TimeColumn() seenAt: Date;
}
