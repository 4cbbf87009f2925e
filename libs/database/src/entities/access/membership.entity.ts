import { Check, Entity, ForeignKey, Unique } from 'typeorm';
import { CreatedAtColumn, IdColumn, oneOf, TextColumn, TimeColumn, UuidColumn } from '../columns.js';
import { Organization } from './organization.entity.js';
import { User } from './user.entity.js';

export const membershipRoles = [
  'owner',
  'administrator',
  'manager',
  'measurer',
  'workshop',
  'installer',
  'operator',
  'accountant',
] as const;
export type MembershipRole = (typeof membershipRoles)[number];

/** Other tables point at (organization, user) here, so that nobody outside the organization can be named in its rows. */
@Entity('memberships')
@Unique('uq_memberships_organization_id_user_id', ['organizationId', 'userId'])
@Unique('uq_memberships_user_id_organization_id', ['userId', 'organizationId'])
@Check('ck_memberships_role', oneOf('role', membershipRoles))
@ForeignKey(() => Organization, ['organizationId'], ['id'])
@ForeignKey(() => User, ['userId'], ['id'])
export class Membership {
  @IdColumn() id: string;
  @UuidColumn() organizationId: string;
  @UuidColumn() userId: string;
  @TextColumn() role: MembershipRole;
  @TimeColumn({ nullable: true }) deactivatedAt: Date | null;
  @CreatedAtColumn() createdAt: Date;
}
