import { Check, Entity } from 'typeorm';
import { CreatedAtColumn, IdColumn, IntegerColumn, TextColumn, UpdatedAtColumn } from '../columns.js';

@Entity('organizations')
@Check('ck_organizations_last_order_number', 'last_order_number >= 0')
export class Organization {
  @IdColumn() id: string;
  @TextColumn() name: string;
  /** ISO 3166-1 alpha-2. */
  @TextColumn() country: string;
  /** ISO 4217. */
  @TextColumn() currency: string;
  /** IANA name. */
  @TextColumn() timezone: string;
  /** BCP 47. */
  @TextColumn() locale: string;
  /** The row is the counter: raising it in the order's transaction gives numbers without gaps or twins. */
  @IntegerColumn({ default: 0 }) lastOrderNumber: number;
  @CreatedAtColumn() createdAt: Date;
  @UpdatedAtColumn() updatedAt: Date;
}
