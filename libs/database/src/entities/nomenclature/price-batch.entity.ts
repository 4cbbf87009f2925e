import { Check, Column, Entity, ForeignKey, Index, Unique } from 'typeorm';
import { Membership } from '../access/membership.entity.js';
import {
  BigIntColumn,
  CreatedAtColumn,
  IdColumn,
  IntegerColumn,
  oneOf,
  TextColumn,
  TimeColumn,
  UuidColumn,
} from '../columns.js';
import { PriceList } from './price-list.entity.js';

export const priceBatchKinds = ['change', 'import'] as const;
export type PriceBatchKind = (typeof priceBatchKinds)[number];

/** Prices of one list that were put together and can be taken back together. */
@Entity('price_batches')
@Unique('uq_price_batches_organization_id_id', ['organizationId', 'id'])
@Index('ix_price_batches_price_list_id', ['organizationId', 'priceListId', 'createdAt', 'id'])
@Check('ck_price_batches_kind', oneOf('kind', priceBatchKinds))
@Check('ck_price_batches_rounding_mode', oneOf('rounding_mode', ['nearest', 'up', 'down']))
@ForeignKey(() => PriceList, ['organizationId', 'priceListId'], ['organizationId', 'id'])
@ForeignKey(() => Membership, ['organizationId', 'createdBy'], ['organizationId', 'userId'])
@ForeignKey(() => Membership, ['organizationId', 'undoneBy'], ['organizationId', 'userId'])
export class PriceBatch {
  @IdColumn() id: string;
  @UuidColumn() organizationId: string;
  @UuidColumn() priceListId: string;
  @TextColumn() kind: PriceBatchKind;
  /** How many prices it put. */
  @IntegerColumn() count: number;
  /** Of a change by percent: how much, and how the answers were rounded (step in minor units). */
  @Column('numeric', { precision: 9, scale: 4, nullable: true }) percent: string | null;
  @TextColumn({ nullable: true }) roundingMode: 'nearest' | 'up' | 'down' | null;
  @BigIntColumn({ nullable: true }) roundingStepMinor: number | null;
  /** From when its prices hold. */
  @TimeColumn() validFrom: Date;
  /** Null: the system. */
  @UuidColumn({ nullable: true }) createdBy: string | null;
  @CreatedAtColumn() createdAt: Date;
  @TimeColumn({ nullable: true }) undoneAt: Date | null;
  @UuidColumn({ nullable: true }) undoneBy: string | null;
}
