import { Check, Column, Entity, ForeignKey, Index, Unique } from 'typeorm';
import { IdColumn, IntegerColumn, TextColumn, UuidColumn } from '../columns.js';
import { Client } from './client.entity.js';

/** Of all clients with one number exactly one holds it; the others share it, which somebody said on purpose. */
@Entity('client_phones')
@Index('uq_client_phones_number', ['organizationId', 'number'], { unique: true, where: 'not shared' })
@Unique('uq_client_phones_client_id_number', ['organizationId', 'clientId', 'number'])
@Index('ix_client_phones_number', ['organizationId', 'number', 'clientId'])
@Index('ix_client_phones_client_id', ['organizationId', 'clientId', 'position'])
@Index('ix_client_phones_search', { synchronize: false })
@Check('ck_client_phones_number', `number ~ '^\\+[1-9][0-9]{6,14}$'`)
@ForeignKey(() => Client, ['organizationId', 'clientId'], ['organizationId', 'id'])
export class ClientPhone {
  @IdColumn() id: string;
  @UuidColumn() organizationId: string;
  @UuidColumn() clientId: string;
  /** E.164. */
  @TextColumn() number: string;
  @TextColumn({ nullable: true }) label: string | null;
  @IntegerColumn({ default: 0 }) position: number;
  @Column('boolean', { default: false }) shared: boolean;
}
