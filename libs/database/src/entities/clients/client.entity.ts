import { Check, Column, Entity, ForeignKey, Index, Unique } from 'typeorm';
import { Membership } from '../access/membership.entity.js';
import { Organization } from '../access/organization.entity.js';
import {
  CreatedAtColumn,
  IdColumn,
  LockColumn,
  oneOf,
  TextColumn,
  TimeColumn,
  UpdatedAtColumn,
  UuidColumn,
} from '../columns.js';

export const clientKinds = ['person', 'company'] as const;
export type ClientKind = (typeof clientKinds)[number];

@Entity('clients')
@Unique('uq_clients_organization_id_id', ['organizationId', 'id'])
@Index('ix_clients_created_at', ['organizationId', 'createdAt', 'id'])
@Index('ix_clients_updated_at', ['organizationId', 'updatedAt', 'id'])
@Index('ix_clients_name', ['organizationId', 'name', 'id'])
@Index('ix_clients_source', ['organizationId', 'source', 'name', 'id'])
@Index('ix_clients_responsible_user_id', ['organizationId', 'responsibleUserId', 'name', 'id'])
@Index('ix_clients_trash', ['organizationId', 'name', 'id'], { where: 'deleted_at is not null' })
@Index('ix_clients_merged_into_id', ['organizationId', 'mergedIntoId'], { where: 'merged_into_id is not null' })
@Index('ix_clients_search', { synchronize: false })
@Index('ix_clients_fields', { synchronize: false })
@Check('ck_clients_kind', oneOf('kind', clientKinds))
@Check('ck_clients_fields', `jsonb_typeof(fields) = 'object'`)
@Check('ck_clients_merged_into_id', 'merged_into_id <> id')
@ForeignKey(() => Organization, ['organizationId'], ['id'])
@ForeignKey(() => Membership, ['organizationId', 'responsibleUserId'], ['organizationId', 'userId'])
@ForeignKey(() => Client, ['organizationId', 'mergedIntoId'], ['organizationId', 'id'])
export class Client {
  @IdColumn() id: string;
  @UuidColumn() organizationId: string;
  @TextColumn() kind: ClientKind;
  @TextColumn() name: string;
  @UuidColumn({ nullable: true }) responsibleUserId: string | null;
  @TextColumn({ nullable: true }) source: string | null;
  @TextColumn({ nullable: true }) comment: string | null;
  /** Values of the organization's own fields by their keys, see `CustomField`. */
  @Column('jsonb', { default: {} }) fields: Record<string, string | number | boolean>;
  /** The client this one was merged into: it is that one's now and is shown nowhere. */
  @UuidColumn({ nullable: true }) mergedIntoId: string | null;
  @LockColumn() version: number;
  @CreatedAtColumn() createdAt: Date;
  @UpdatedAtColumn() updatedAt: Date;
  @TimeColumn({ nullable: true }) deletedAt: Date | null;
}
