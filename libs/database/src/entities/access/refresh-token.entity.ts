import { Column, Entity, ForeignKey, Index, Unique } from 'typeorm';
import { IdColumn, TimeColumn, UuidColumn } from '../columns.js';
import { Session } from './session.entity.js';

@Entity('refresh_tokens')
@Unique('uq_refresh_tokens_token_hash', ['tokenHash'])
@Index('ix_refresh_tokens_session_id', ['organizationId', 'sessionId'])
@ForeignKey(() => Session, ['organizationId', 'sessionId'], ['organizationId', 'id'])
export class RefreshToken {
  @IdColumn() id: string;
  @UuidColumn() organizationId: string;
  @UuidColumn() sessionId: string;
  /** SHA-256 of the token; the token itself is never stored. */
  @Column('bytea') tokenHash: Buffer;
  @TimeColumn() issuedAt: Date;
  @TimeColumn() expiresAt: Date;
  @TimeColumn({ nullable: true }) rotatedAt: Date | null;
}
