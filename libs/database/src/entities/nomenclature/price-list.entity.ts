import { Check, Column, Entity, ForeignKey, Index, Unique } from 'typeorm';
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

/** What clients pay, what the firm pays for things, what dealers pay, what installers are paid. */
export const priceListKinds = ['sale', 'cost', 'dealer', 'pay'] as const;
export type PriceListKind = (typeof priceListKinds)[number];

/** The default list of a kind always holds: it has no end and is not archived. */
@Entity('price_lists')
@Unique('uq_price_lists_organization_id_id', ['organizationId', 'id'])
@Unique('uq_price_lists_name', ['organizationId', 'name'])
@Index('uq_price_lists_default', ['organizationId', 'kind'], { unique: true, where: 'is_default' })
@Check('ck_price_lists_kind', oneOf('kind', priceListKinds))
@Check('ck_price_lists_valid_until', 'valid_until >= valid_from')
@Check(
  'ck_price_lists_default',
  'not is_default or (archived_at is null and valid_from is null and valid_until is null)',
)
@ForeignKey(() => Organization, ['organizationId'], ['id'])
export class PriceList {
  @IdColumn() id: string;
  @UuidColumn() organizationId: string;
  @TextColumn() name: string;
  @TextColumn() kind: PriceListKind;
  @TextColumn() currency: string;
  @Column('boolean', { default: false }) isDefault: boolean;
  /** The first and the last day it holds; null: from ever, for ever. */
  @Column('date', { nullable: true }) validFrom: string | null;
  @Column('date', { nullable: true }) validUntil: string | null;
  @TimeColumn({ nullable: true }) archivedAt: Date | null;
  @LockColumn() version: number;
  @CreatedAtColumn() createdAt: Date;
  @UpdatedAtColumn() updatedAt: Date;
}
