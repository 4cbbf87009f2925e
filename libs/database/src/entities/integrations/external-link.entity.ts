import { Check, Entity, ForeignKey, Index, Unique } from 'typeorm';
import {
  BigIntColumn,
  CreatedAtColumn,
  IdColumn,
  IntegerColumn,
  JsonColumn,
  oneOf,
  TextColumn,
  TimeColumn,
  UpdatedAtColumn,
  UuidColumn,
} from '../columns.js';
import { Connection } from './connection.entity.js';

export const linkedEntityTypes = ['order', 'client'] as const;
export type LinkedEntityType = (typeof linkedEntityTypes)[number];
export const linkStates = ['waiting', 'sending', 'synced', 'rejected'] as const;
export type LinkState = (typeof linkStates)[number];

/** One of our rows and its twin in an external system, with what is owed to it: the intent is kept before the call. */
@Entity('external_links')
@Unique('uq_external_links_entity_id', ['organizationId', 'connectionId', 'entityType', 'entityId'])
@Unique('uq_external_links_external_id', ['organizationId', 'connectionId', 'externalType', 'externalId'])
@Index('ix_external_links_state', ['organizationId', 'connectionId', 'state', 'updatedAt'])
@Index('ix_external_links_entity_id', ['organizationId', 'entityType', 'entityId'])
@Check('ck_external_links_entity_type', oneOf('entity_type', linkedEntityTypes))
@Check('ck_external_links_state', oneOf('state', linkStates))
@ForeignKey(() => Connection, ['organizationId', 'connectionId'], ['organizationId', 'id'])
export class ExternalLink {
  @IdColumn() id: string;
  @UuidColumn() organizationId: string;
  @UuidColumn() connectionId: string;
  @TextColumn() entityType: LinkedEntityType;
  @UuidColumn() entityId: string;
  @TextColumn() externalType: string;
  @BigIntColumn({ nullable: true }) externalId: number | null;
  @TextColumn() state: LinkState;
  /** When a call with an outcome not known yet was begun. */
  @TimeColumn({ nullable: true }) intentAt: Date | null;
  /** Of what was sent last: an equal hash needs no call, and an echo is known by it. */
  @TextColumn({ nullable: true }) contentHash: string | null;
  /** What both sides agreed on last, as the module of the connection writes it: only differences to it are sent. */
  @JsonColumn({ nullable: true }) syncedContent: unknown;
  @TextColumn({ nullable: true }) problemCode: string | null;
  @TextColumn({ nullable: true }) problemDetail: string | null;
  @IntegerColumn({ default: 0 }) attempts: number;
  @TimeColumn({ nullable: true }) retryAt: Date | null;
  @TimeColumn({ nullable: true }) syncedAt: Date | null;
  @CreatedAtColumn() createdAt: Date;
  @UpdatedAtColumn() updatedAt: Date;
}
