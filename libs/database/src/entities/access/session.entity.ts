import { Entity, ForeignKey, Index, Unique } from 'typeorm';
import { CreatedAtColumn, IdColumn, TextColumn, TimeColumn, UuidColumn } from '../columns.js';
import { Membership } from './membership.entity.js';

/** A signed-in device: the family of its refresh tokens and the id inside its access tokens. */
@Entity('sessions')
@Unique('uq_sessions_organization_id_id', ['organizationId', 'id'])
@Index('ix_sessions_user_id', ['organizationId', 'userId'])
@ForeignKey(() => Membership, ['organizationId', 'userId'], ['organizationId', 'userId'])
export class Session {
  @IdColumn() id: string;
  @UuidColumn() organizationId: string;
  @UuidColumn() userId: string;
  @TimeColumn() expiresAt: Date;
  @TimeColumn({ nullable: true }) revokedAt: Date | null;
  @TextColumn({ nullable: true }) userAgent: string | null;
  @CreatedAtColumn() createdAt: Date;
}
