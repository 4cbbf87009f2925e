import { Entity, ForeignKey, Index } from 'typeorm';
import { IdColumn, IntegerColumn, TextColumn, UuidColumn } from '../columns.js';
import { Client } from './client.entity.js';

@Entity('client_addresses')
@Index('ix_client_addresses_client_id', ['organizationId', 'clientId', 'position'])
@Index('ix_client_addresses_search', { synchronize: false })
@ForeignKey(() => Client, ['organizationId', 'clientId'], ['organizationId', 'id'])
export class ClientAddress {
  @IdColumn() id: string;
  @UuidColumn() organizationId: string;
  @UuidColumn() clientId: string;
  @TextColumn() text: string;
  /** What it is to the client: home, office, dacha. */
  @TextColumn({ nullable: true }) label: string | null;
  @IntegerColumn({ default: 0 }) position: number;
}
