import { Check, Column, Entity, ForeignKey, Index } from 'typeorm';
import { Membership } from '../access/membership.entity.js';
import { IdColumn, JsonColumn, TimeColumn, UuidColumn } from '../columns.js';
import { Client } from './client.entity.js';

/** That one client became a part of another, with everything that is needed to part them again; never changed but undone. */
@Entity('client_merges')
@Index('ix_client_merges_winner_id', ['organizationId', 'winnerId', 'mergedAt'])
@Index('uq_client_merges_loser_id', ['organizationId', 'loserId'], { unique: true, where: 'undone_at is null' })
@Check('ck_client_merges_loser_id', 'loser_id <> winner_id')
@ForeignKey(() => Client, ['organizationId', 'winnerId'], ['organizationId', 'id'])
@ForeignKey(() => Client, ['organizationId', 'loserId'], ['organizationId', 'id'])
@ForeignKey(() => Membership, ['organizationId', 'mergedBy'], ['organizationId', 'userId'])
@ForeignKey(() => Membership, ['organizationId', 'undoneBy'], ['organizationId', 'userId'])
export class ClientMerge {
  @IdColumn() id: string;
  @UuidColumn() organizationId: string;
  /** Who is left. */
  @UuidColumn() winnerId: string;
  /** Who became a part of the winner. */
  @UuidColumn() loserId: string;
  /** Exact images of both: their own rows, and the rows of everything that hangs on them by table. */
  @JsonColumn() winnerBefore: object;
  /** The columns of the winner's own row right after the merge: what differs since was changed by somebody. */
  @JsonColumn() winnerAfter: object;
  @JsonColumn() loserBefore: object;
  /** Ids of the rows that went to the winner, by table. */
  @JsonColumn() moved: object;
  /** Rows that gave way to an equal one: {table, row, onto}. */
  @JsonColumn() folded: object;
  @UuidColumn({ nullable: true }) mergedBy: string | null;
  /** The moment itself and not the transaction's: merges of one winner come one after the other by it. */
  @Column('timestamptz', { default: () => 'clock_timestamp()' }) mergedAt: Date;
  @UuidColumn({ nullable: true }) undoneBy: string | null;
  @TimeColumn({ nullable: true }) undoneAt: Date | null;
}
