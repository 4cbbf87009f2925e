import { Check, Entity } from 'typeorm';
import {
  CreatedAtColumn,
  IdColumn,
  IntegerColumn,
  LockColumn,
  SettingColumn,
  TextColumn,
  UpdatedAtColumn,
} from '../columns.js';

@Entity('organizations')
@Check('ck_organizations_last_order_number', 'last_order_number >= 0')
@Check('ck_organizations_measurement_mm', 'measurement_warn_mm > 0 and measurement_warn_mm <= measurement_block_mm')
@Check(
  'ck_organizations_measurement_percent',
  `measurement_warn_percent > 0 and measurement_warn_percent <= measurement_block_percent
   and measurement_block_percent <= 100`,
)
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
  /** How far the readings of a room may disagree, in millimetres and in percent of the length, before one is warned. */
  @SettingColumn({ precision: 6, scale: 1, default: 10 }) measurementWarnMm: string;
  @SettingColumn({ precision: 5, scale: 2, default: 0.3 }) measurementWarnPercent: string;
  /** … and before the room is refused unless a reason is given. */
  @SettingColumn({ precision: 6, scale: 1, default: 30 }) measurementBlockMm: string;
  @SettingColumn({ precision: 5, scale: 2, default: 1 }) measurementBlockPercent: string;
  @LockColumn() version: number;
  @CreatedAtColumn() createdAt: Date;
  @UpdatedAtColumn() updatedAt: Date;
}
