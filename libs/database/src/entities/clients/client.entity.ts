import { Check, Entity, ForeignKey, Index, Unique } from 'typeorm';
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
@Index('ix_clients_name', ['organizationId', 'name', 'id'])
@Index('ix_clients_search', { synchronize: false })
@Check('ck_clients_kind', oneOf('kind', clientKinds))
@ForeignKey(() => Organization, ['organizationId'], ['id'])
@ForeignKey(() => Membership, ['organizationId', 'responsibleUserId'], ['organizationId', 'userId'])
export class Client {
  @IdColumn() id: string;
  @UuidColumn() organizationId: string;
  @TextColumn() kind: ClientKind;
  @TextColumn() name: string;
  @UuidColumn({ nullable: true }) responsibleUserId: string | null;
  @TextColumn({ nullable: true }) source: string | null;
  @TextColumn({ nullable: true }) comment: string | null;
  @LockColumn() version: number;
  @CreatedAtColumn() createdAt: Date;
  @UpdatedAtColumn() updatedAt: Date;
  @TimeColumn({ nullable: true }) deletedAt: Date | null;
}
