import { Check, Entity, ForeignKey, Index, Unique } from 'typeorm';
import { BigIntColumn, IdColumn, TimeColumn, UuidColumn } from '../columns.js';
import { Item } from './item.entity.js';
import { PriceList } from './price-list.entity.js';

/** The price in force at a moment is the newest row with `validFrom` not later than it. */
@Entity('prices')
@Unique('uq_prices_price_list_id_item_id_valid_from', ['priceListId', 'itemId', 'validFrom'])
@Index('ix_prices_item_id', ['organizationId', 'itemId'])
@Check('ck_prices_amount_minor', 'amount_minor >= 0')
@ForeignKey(() => PriceList, ['organizationId', 'priceListId'], ['organizationId', 'id'])
@ForeignKey(() => Item, ['organizationId', 'itemId'], ['organizationId', 'id'])
export class Price {
  @IdColumn() id: string;
  @UuidColumn() organizationId: string;
  @UuidColumn() priceListId: string;
  @UuidColumn() itemId: string;
  @BigIntColumn() amountMinor: number;
  @TimeColumn() validFrom: Date;
}
