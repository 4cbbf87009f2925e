import { Entity, ForeignKey, Index } from 'typeorm';
import {
  BigIntColumn,
  IdColumn,
  IntegerColumn,
  JsonColumn,
  QuantityColumn,
  TextColumn,
  UuidColumn,
} from '../columns.js';
import { Item } from '../nomenclature/item.entity.js';
import { EstimateRoom } from './estimate-room.entity.js';
import { EstimateVariant } from './estimate-variant.entity.js';

/** Code, name, unit and prices are copies as agreed then. A generated line is known by its rule key and room. */
@Entity('estimate_lines')
@Index('ix_estimate_lines_variant_id', ['organizationId', 'variantId', 'sort'])
@Index('ix_estimate_lines_item_id', ['organizationId', 'itemId'])
@Index('uq_estimate_lines_rule_key', ['organizationId', 'variantId', 'roomId', 'ruleKey'], {
  unique: true,
  where: 'rule_key is not null',
})
@ForeignKey(() => EstimateVariant, ['organizationId', 'variantId'], ['organizationId', 'id'])
@ForeignKey(() => EstimateRoom, ['organizationId', 'variantId', 'roomId'], ['organizationId', 'variantId', 'id'], {
  onDelete: 'CASCADE',
})
@ForeignKey(() => Item, ['organizationId', 'itemId'], ['organizationId', 'id'])
export class EstimateLine {
  @IdColumn() variantId: string;
  @IdColumn() id: string;
  @UuidColumn() organizationId: string;
  @UuidColumn({ nullable: true }) roomId: string | null;
  @IntegerColumn({ default: 0 }) sort: number;
  @TextColumn({ nullable: true }) ruleKey: string | null;
  @UuidColumn() itemId: string;
  @TextColumn() code: string;
  @TextColumn() name: string;
  @TextColumn() unit: string;
  @QuantityColumn() quantity: string;
  /** What the rule gave; differs from the quantity where a hand changed it. */
  @QuantityColumn({ nullable: true }) computedQuantity: string | null;
  @BigIntColumn() priceMinor: number;
  @BigIntColumn({ nullable: true }) costMinor: number | null;
  @BigIntColumn() sumMinor: number;
  @JsonColumn({ nullable: true }) explanation: unknown;
}
