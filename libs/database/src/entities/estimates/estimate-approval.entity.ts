import { Check, Column, Entity, ForeignKey, Index } from 'typeorm';
import { Membership } from '../access/membership.entity.js';
import { IdColumn, oneOf, TextColumn, TimeColumn, UuidColumn } from '../columns.js';
import { EstimateVersion } from './estimate-version.entity.js';

export const approvalStates = ['asked', 'given', 'refused'] as const;
export type ApprovalState = (typeof approvalStates)[number];

/** A person asked to give more discount than they may; the newest row of a version counts. */
@Entity('estimate_approvals')
@Index('ix_estimate_approvals_version_id', ['organizationId', 'versionId', 'askedAt'])
@Check('ck_estimate_approvals_state', oneOf('state', approvalStates))
@Check('ck_estimate_approvals_decided_at', `(state = 'asked') = (decided_at is null)`)
@ForeignKey(() => EstimateVersion, ['organizationId', 'versionId'], ['organizationId', 'id'])
@ForeignKey(() => Membership, ['organizationId', 'askedBy'], ['organizationId', 'userId'])
@ForeignKey(() => Membership, ['organizationId', 'decidedBy'], ['organizationId', 'userId'])
export class EstimateApproval {
  @IdColumn() id: string;
  @UuidColumn() organizationId: string;
  @UuidColumn() versionId: string;
  @TextColumn() state: ApprovalState;
  /** The discount it is about: it covers as much and no more. */
  @Column('numeric', { precision: 5, scale: 2 }) percent: string;
  /** What the one who asked may give alone. */
  @Column('numeric', { precision: 5, scale: 2 }) limitPercent: string;
  @UuidColumn() askedBy: string;
  @TimeColumn() askedAt: Date;
  @TextColumn({ nullable: true }) comment: string | null;
  @UuidColumn({ nullable: true }) decidedBy: string | null;
  @TimeColumn({ nullable: true }) decidedAt: Date | null;
  @TextColumn({ nullable: true }) decisionComment: string | null;
}
