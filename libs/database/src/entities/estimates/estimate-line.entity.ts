import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import {
  BigIntColumn,
  IdColumn,
  IntegerColumn,
  JsonColumn,
  oneOf,
  QuantityColumn,
  TextColumn,
  UuidColumn,
} from '../columns.js';
import { itemKinds, Item, type ItemKind } from '../nomenclature/item.entity.js';
import { EstimateRoomMeasures } from './estimate-room-measures.entity.js';
import { EstimateVariant } from './estimate-variant.entity.js';

/** Code, name, unit, category, kind and prices are copies as agreed then. */
@Entity('estimate_lines')
@Index('ix_estimate_lines_item_id', ['organizationId', 'itemId'])
@Check('ck_estimate_lines_kind', oneOf('kind', itemKinds))
@ForeignKey(
  () => EstimateVariant,
  ['organizationId', 'versionId', 'variantId'],
  ['organizationId', 'versionId', 'id'],
  {
    onDelete: 'CASCADE',
  },
)
@ForeignKey(
  () => EstimateRoomMeasures,
  ['organizationId', 'versionId', 'variantId', 'roomId'],
  ['organizationId', 'versionId', 'variantId', 'roomId'],
  { onDelete: 'CASCADE' },
)
@ForeignKey(() => Item, ['organizationId', 'itemId'], ['organizationId', 'id'])
export class EstimateLine {
  @IdColumn() versionId: string;
  @IdColumn() variantId: string;
  /** "<roomId>:<ruleKey>" of a generated line, "manual:<id>" of one a person added. */
  @PrimaryColumn('text') key: string;
  @UuidColumn() organizationId: string;
  @UuidColumn({ nullable: true }) roomId: string | null;
  @IntegerColumn({ default: 0 }) sort: number;
  @TextColumn({ nullable: true }) ruleKey: string | null;
  @UuidColumn() itemId: string;
  @TextColumn() code: string;
  @TextColumn() name: string;
  @TextColumn() unit: string;
  @UuidColumn({ nullable: true }) categoryId: string | null;
  @TextColumn({ nullable: true }) kind: ItemKind | null;
  @QuantityColumn() quantity: string;
  /** What the rule gave; differs from the quantity where a hand changed it. */
  @QuantityColumn({ nullable: true }) computedQuantity: string | null;
  @Column('boolean', { default: false }) overridden: boolean;
  @BigIntColumn() priceMinor: number;
  @BigIntColumn() sumMinor: number;
  /** Its own or that of its category: {by, percent, amountMinor}. */
  @JsonColumn({ nullable: true }) discount: unknown;
  /** What a unit costs the firm, the installer's part of that, and what a dealer pays for it. */
  @BigIntColumn({ nullable: true }) costMinor: number | null;
  @BigIntColumn({ nullable: true }) payMinor: number | null;
  @BigIntColumn({ nullable: true }) dealerMinor: number | null;
  @JsonColumn({ nullable: true }) explanation: unknown;
}
