import { Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Membership } from '../access/membership.entity.js';
import { CreatedAtColumn, IntegerColumn, JsonColumn, TextColumn } from '../columns.js';

/** The stored answer to a request that may be sent twice, written in the change's transaction. */
@Entity('idempotency_keys')
@Index('ix_idempotency_keys_created_at', ['createdAt'])
@ForeignKey(() => Membership, ['organizationId', 'userId'], ['organizationId', 'userId'])
export class IdempotencyKey {
  @PrimaryColumn('uuid') organizationId: string;
  @PrimaryColumn('uuid') userId: string;
  @PrimaryColumn('text') key: string;
  @TextColumn() requestHash: string;
  /** HTTP status of the stored answer. */
  @IntegerColumn({ nullable: true }) status: number | null;
  @JsonColumn({ nullable: true }) body: unknown;
  @CreatedAtColumn() createdAt: Date;
}
