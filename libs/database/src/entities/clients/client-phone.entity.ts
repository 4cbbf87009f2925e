import { Check, Entity, ForeignKey, Index, Unique } from 'typeorm';
import { IdColumn, IntegerColumn, TextColumn, UuidColumn } from '../columns.js';
import { Client } from './client.entity.js';

@Entity('client_phones')
@Unique('uq_client_phones_number', ['organizationId', 'number'])
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
}
