import { Check, Column, Entity, ForeignKey, Index, Unique } from 'typeorm';
import { Organization } from '../access/organization.entity.js';
import { CreatedAtColumn, IdColumn, oneOf, TextColumn, UuidColumn } from '../columns.js';

/** What clients pay, what the firm pays for things, what dealers pay, what installers are paid. */
export const priceListKinds = ['sale', 'cost', 'dealer', 'pay'] as const;
export type PriceListKind = (typeof priceListKinds)[number];

@Entity('price_lists')
@Unique('uq_price_lists_organization_id_id', ['organizationId', 'id'])
@Unique('uq_price_lists_name', ['organizationId', 'name'])
@Index('uq_price_lists_default', ['organizationId', 'kind'], { unique: true, where: 'is_default' })
@Check('ck_price_lists_kind', oneOf('kind', priceListKinds))
@ForeignKey(() => Organization, ['organizationId'], ['id'])
export class PriceList {
  @IdColumn() id: string;
  @UuidColumn() organizationId: string;
  @TextColumn() name: string;
  @TextColumn() kind: PriceListKind;
  @TextColumn() currency: string;
  @Column('boolean', { default: false }) isDefault: boolean;
  @CreatedAtColumn() createdAt: Date;
}
