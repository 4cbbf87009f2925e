import { Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Membership } from '../access/membership.entity.js';
import { CreatedAtColumn, JsonColumn, TextColumn } from '../columns.js';

/** The stored answer to a request that may be sent twice, written in the change's transaction. */
@Entity('idempotency_keys')
@Index('ix_idempotency_keys_created_at', ['createdAt'])
@ForeignKey(() => Membership, ['organizationId', 'userId'], ['organizationId', 'userId'])
export class IdempotencyKey {
  @PrimaryColumn('uuid') organizationId: string;
  @PrimaryColumn('uuid') userId: string;
  @PrimaryColumn('text') key: string;
  @TextColumn() requestHash: string;
  /** Null until the change is done, which nobody sees: it is written in the same transaction. */
  @JsonColumn({ nullable: true }) body: unknown;
  @CreatedAtColumn() createdAt: Date;
}
