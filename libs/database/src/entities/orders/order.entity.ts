import { Check, Entity, ForeignKey, Index, Unique } from 'typeorm';
import { Membership } from '../access/membership.entity.js';
import { Client } from '../clients/client.entity.js';
import {
  BigIntColumn,
  CreatedAtColumn,
  IdColumn,
  IntegerColumn,
  LockColumn,
  TextColumn,
  TimeColumn,
  UpdatedAtColumn,
  UuidColumn,
} from '../columns.js';
import { Stage } from './stage.entity.js';

/**
 * Lists page by keyset with the id as the last key, in the same direction as the sort column, so that one index
 * serves both directions. Every list index begins with the organization, which row-level security always compares.
 */
@Entity('orders')
@Unique('uq_orders_organization_id_id', ['organizationId', 'id'])
@Unique('uq_orders_number', ['organizationId', 'number'])
@Index('ix_orders_created_at', ['organizationId', 'createdAt', 'id'])
@Index('ix_orders_updated_at', ['organizationId', 'updatedAt', 'id'])
@Index('ix_orders_total_minor', ['organizationId', 'totalMinor', 'id'])
@Index('ix_orders_stage_id', ['organizationId', 'stageId', 'createdAt', 'id'])
@Index('ix_orders_responsible_user_id', ['organizationId', 'responsibleUserId', 'createdAt', 'id'])
@Index('ix_orders_measurer_user_id', ['organizationId', 'measurerUserId', 'createdAt', 'id'])
@Index('ix_orders_client_id', ['organizationId', 'clientId', 'createdAt', 'id'])
@Index('ix_orders_search', { synchronize: false })
@Check('ck_orders_number', 'number > 0')
@Check('ck_orders_total_minor', 'total_minor >= 0')
@ForeignKey(() => Client, ['organizationId', 'clientId'], ['organizationId', 'id'])
@ForeignKey(() => Stage, ['organizationId', 'pipelineId', 'stageId'], ['organizationId', 'pipelineId', 'id'])
@ForeignKey(() => Membership, ['organizationId', 'responsibleUserId'], ['organizationId', 'userId'])
@ForeignKey(() => Membership, ['organizationId', 'measurerUserId'], ['organizationId', 'userId'])
@ForeignKey(() => Membership, ['organizationId', 'createdBy'], ['organizationId', 'userId'])
export class Order {
  @IdColumn() id: string;
  @UuidColumn() organizationId: string;
  @IntegerColumn() number: number;
  @UuidColumn() clientId: string;
  @TextColumn() address: string;
  @UuidColumn() pipelineId: string;
  @UuidColumn() stageId: string;
  @TimeColumn() stageChangedAt: Date;
  @UuidColumn({ nullable: true }) responsibleUserId: string | null;
  @UuidColumn({ nullable: true }) measurerUserId: string | null;
  @BigIntColumn({ default: 0 }) totalMinor: number;
  @TextColumn() currency: string;
  @TextColumn({ nullable: true }) comment: string | null;
  @UuidColumn({ nullable: true }) createdBy: string | null;
  @LockColumn() version: number;
  @CreatedAtColumn() createdAt: Date;
  @UpdatedAtColumn() updatedAt: Date;
  @TimeColumn({ nullable: true }) deletedAt: Date | null;
}
