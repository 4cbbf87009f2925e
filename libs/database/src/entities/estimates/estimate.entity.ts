import { Entity, ForeignKey, Unique } from 'typeorm';
import {
  CreatedAtColumn,
  IdColumn,
  IntegerColumn,
  LockColumn,
  TextColumn,
  UpdatedAtColumn,
  UuidColumn,
} from '../columns.js';
import { Order } from '../orders/order.entity.js';

/** The root of the aggregate: one optimistic version for the estimate with all its rooms and lines. */
@Entity('estimates')
@Unique('uq_estimates_organization_id_id', ['organizationId', 'id'])
@Unique('uq_estimates_number', ['organizationId', 'orderId', 'number'])
@ForeignKey(() => Order, ['organizationId', 'orderId'], ['organizationId', 'id'])
export class Estimate {
  @IdColumn() id: string;
  @UuidColumn() organizationId: string;
  @UuidColumn() orderId: string;
  /** Within the order, from 1. */
  @IntegerColumn() number: number;
  @TextColumn() title: string;
  @LockColumn() version: number;
  @CreatedAtColumn() createdAt: Date;
  @UpdatedAtColumn() updatedAt: Date;
}
