import { Check, Column, Entity, ForeignKey, Unique } from 'typeorm';
import { Membership } from '../access/membership.entity.js';
import { Organization } from '../access/organization.entity.js';
import {
  BigIntColumn,
  CreatedAtColumn,
  IdColumn,
  LockColumn,
  oneOf,
  TextColumn,
  TimeColumn,
  UpdatedAtColumn,
  UuidColumn,
} from '../columns.js';

export const connectionKinds = ['amocrm'] as const;
export type ConnectionKind = (typeof connectionKinds)[number];
export const connectionStates = ['active', 'paused', 'reauthorize', 'blocked'] as const;
export type ConnectionState = (typeof connectionStates)[number];
export const visibilities = ['private', 'organization'] as const;
export type Visibility = (typeof visibilities)[number];

@Entity('connections')
@Unique('uq_connections_organization_id_id', ['organizationId', 'id'])
@Unique('uq_connections_kind', ['organizationId', 'kind'])
@Check('ck_connections_kind', oneOf('kind', connectionKinds))
@Check('ck_connections_state', oneOf('state', connectionStates))
@Check('ck_connections_visibility', oneOf('visibility', visibilities))
@ForeignKey(() => Organization, ['organizationId'], ['id'])
@ForeignKey(() => Membership, ['organizationId', 'ownerUserId'], ['organizationId', 'userId'])
export class Connection {
  @IdColumn() id: string;
  @UuidColumn() organizationId: string;
  @TextColumn() kind: ConnectionKind;
  @TextColumn() name: string;
  @TextColumn() baseUrl: string;
  /** Ciphertext; the key that made it is named beside it. */
  @Column('bytea') secret: Buffer;
  @TextColumn() secretKeyId: string;
  @BigIntColumn({ nullable: true }) accountId: number | null;
  @TextColumn({ nullable: true }) accountName: string | null;
  @TextColumn() state: ConnectionState;
  @TextColumn({ nullable: true }) problemCode: string | null;
  @TextColumn({ nullable: true }) problemDetail: string | null;
  @UuidColumn({ nullable: true }) ownerUserId: string | null;
  @TextColumn() visibility: Visibility;
  @TimeColumn({ nullable: true }) lastSuccessAt: Date | null;
  /** Changes of the external system are taken up to this moment of its own clock. */
  @TimeColumn({ nullable: true }) pullWatermark: Date | null;
  @Column('jsonb', { default: {} }) settings: Record<string, unknown>;
  @LockColumn() version: number;
  @CreatedAtColumn() createdAt: Date;
  @UpdatedAtColumn() updatedAt: Date;
}
