import { Check, Entity, ForeignKey, Index } from 'typeorm';
import { Membership } from '../access/membership.entity.js';
import { BigIntColumn, CreatedAtColumn, IdColumn, TimeColumn, UuidColumn } from '../columns.js';
import { Item } from './item.entity.js';
import { PriceBatch } from './price-batch.entity.js';
import { PriceList } from './price-list.entity.js';

/**
 * Amounts are never changed and rows never deleted. The price in force at a moment is the newest row (by `validFrom`, then
 * `createdAt`) with `validFrom` not later than it that was not withdrawn by then: what was sold at a price that was taken
 * back later was sold at that price.
 */
@Entity('prices')
@Index('uq_prices_price_list_id_item_id_valid_from', ['priceListId', 'itemId', 'validFrom'], {
  unique: true,
  where: 'withdrawn_at is null',
})
@Index('ix_prices_in_force', ['priceListId', 'itemId', 'validFrom', 'createdAt'])
@Index('ix_prices_item_id', ['organizationId', 'itemId', 'validFrom', 'id'])
@Index('ix_prices_batch_id', ['organizationId', 'batchId'], { where: 'batch_id is not null' })
@Index('ix_prices_withdrawn_by_batch_id', ['organizationId', 'withdrawnByBatchId'], {
  where: 'withdrawn_by_batch_id is not null',
})
@Check('ck_prices_amount_minor', 'amount_minor >= 0')
@Check('ck_prices_withdrawn_by_batch_id', 'withdrawn_by_batch_id is null or withdrawn_at is not null')
@ForeignKey(() => PriceList, ['organizationId', 'priceListId'], ['organizationId', 'id'])
@ForeignKey(() => Item, ['organizationId', 'itemId'], ['organizationId', 'id'])
@ForeignKey(() => PriceBatch, ['organizationId', 'batchId'], ['organizationId', 'id'])
@ForeignKey(() => PriceBatch, ['organizationId', 'withdrawnByBatchId'], ['organizationId', 'id'])
@ForeignKey(() => Membership, ['organizationId', 'createdBy'], ['organizationId', 'userId'])
export class Price {
  @IdColumn() id: string;
  @UuidColumn() organizationId: string;
  @UuidColumn() priceListId: string;
  @UuidColumn() itemId: string;
  @BigIntColumn() amountMinor: number;
  @TimeColumn() validFrom: Date;
  @CreatedAtColumn() createdAt: Date;
  /** Null: it came with the system or was loaded. */
  @UuidColumn({ nullable: true }) createdBy: string | null;
  @UuidColumn({ nullable: true }) batchId: string | null;
  /** Another price of the same moment replaced it, or its batch was undone. */
  @TimeColumn({ nullable: true }) withdrawnAt: Date | null;
  /** The batch that replaced it and gives it back when it is undone. */
  @UuidColumn({ nullable: true }) withdrawnByBatchId: string | null;
}
